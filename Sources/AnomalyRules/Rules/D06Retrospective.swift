package import Determinations

/// The service was already rendered.
///
/// **Finds** an item whose heading says that it is retrospective, or names a date of service.
///
/// **Why it matters:** an overturned service that was rendered has to be paid within 20 days of receipt, not authorized within five
/// working days (8 CCR 9792.10.7(a)).
///
/// **Example:** `Retrospective CT scan (DOS 11/18/16)`.
///
/// **Quiet:** for the date of an order or a report, and for dates in the rationale.
package enum D06Retrospective: AnomalyRule {
    package static let code = "D06"
    package static let name = "retrospective"
    package static let severity = Severity.info

    private static let cues = PhraseList("retrospective,retrospectively,retro,dos,date,dates")

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.items.filter { cues.stands(in: letter.words, $0.treatment) }.compactMap { checked in
            let attributes = checked.service(in: letter.words)
            guard attributes.isRetrospective else { return nil }
            let days = attributes.serviceDates.map { "\($0.value)" }
            let place = attributes.retrospective.map { [$0] } ?? []
            return finding(
                "Item \(checked.item.number) is about a service already rendered.",
                expected: "payment within 20 days if it is overturned (8 CCR 9792.10.7(a))",
                found: days.isEmpty ? "\"\(place.map(letter.string).joined())\"" : days.joined(separator: ", "),
                in: letter, at: place + attributes.serviceDates.map(\.range), item: checked.item.number)
        }
    }
}
