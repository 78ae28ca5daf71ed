/// A treatment as somebody asked for it.
struct Treatment: Sendable {
    /// What a guideline would file it under.
    enum Kind: Sendable, CaseIterable {
        case drug, opioid, therapy, injection, imaging, study, surgery, equipment, service
    }

    /// The kind.
    var kind: Kind
    /// The request as the heading prints it.
    var request: String
    /// The treatment alone, as a rationale names it.
    var name: String
    /// The side and the part of the body; empty for a drug.
    var place = ""
    /// What a part of the request would be called: from a whole amount and an authorized one.
    var portion: (whole: String, authorized: String, remaining: String)?
}
