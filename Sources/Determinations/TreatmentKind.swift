/// What kind of thing a treatment is, as far as rules need to know.
package enum TreatmentKind: String, Hashable, Sendable, CaseIterable {
    case drug, therapy, injection, imaging, test, surgery, equipment, consultation
    /// Something else, or not clear from the words.
    case other
}
