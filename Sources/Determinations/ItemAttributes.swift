/// What the heading of an item says about the treatment, each value with the bytes it was read from.
///
/// Read from the request in dispute; nothing found is empty or nil, and nothing is guessed.
package struct ItemAttributes: Hashable, Sendable {
    /// How much, in the order of the text: `#60`, `12 sessions`.
    package var quantities: [Located<Quantity>] = []
    /// How often and for how long.
    package var frequencies: [Located<Frequency>] = []
    /// Strengths of drugs.
    package var strengths: [Located<Strength>] = []
    /// The forms drugs are given in.
    package var forms: [Located<DoseForm>] = []
    /// Drug names, each with its class.
    package var drugs: [Located<RequestCategory>] = []
    /// How many refills.
    package var refills: Located<Int>?
    /// Every side named, in order; where the request in dispute names none, those of the original request.
    package var sides: [Located<Side>] = []
    /// Every body part named, in order; where the request in dispute names none, those of the original request.
    package var bodyParts: [Located<BodyPart>] = []
    /// Spinal levels, in order; where the request in dispute names none, those of the original request.
    package var spinalLevels: [Located<SpinalLevel>] = []
    /// The days on which the service was rendered.
    package var serviceDates: [Located<CalendarDate>] = []
    /// What says that the service was rendered already: "retrospective" or "date of service".
    package var retrospective: ByteRange?
    /// The words "Associated surgical service".
    package var associatedSurgicalService: ByteRange?
    /// The category of the request.
    package var category = RequestCategory.unclassified
    /// The kind of treatment; for an associated surgical service the kind of what is asked for.
    package var kind = TreatmentKind.other

    /// Nothing found.
    package init() {}

    /// Whether the service was rendered already.
    package var isRetrospective: Bool { retrospective != nil || !serviceDates.isEmpty }

    /// Whether a quantity, a frequency or refills are stated.
    package var hasAmount: Bool { !quantities.isEmpty || !frequencies.isEmpty || refills != nil }

    /// The quantities as printed, `120 grams, #1`; nil when there are none.
    package var quantity: String? { ItemAttributes.text(quantities) }
    /// The frequencies as printed, `2 times a week for 6 weeks`; nil when there are none.
    package var frequency: String? { ItemAttributes.text(frequencies) }
    /// The strengths as printed, `10/325 mg`; nil when there are none.
    package var strength: String? { ItemAttributes.text(strengths) }

    /// The sides as printed, each once, in the order of the text: `left`, `left, right`; nil when there are none.
    package var side: String? {
        var shown: [String] = []
        for side in sides where !shown.contains(side.value.rawValue) { shown.append(side.value.rawValue) }
        return shown.isEmpty ? nil : shown.joined(separator: ", ")
    }

    private static func text(_ values: [Located<some CustomStringConvertible>]) -> String? {
        values.isEmpty ? nil : values.map(\.value.description).joined(separator: ", ")
    }
}
