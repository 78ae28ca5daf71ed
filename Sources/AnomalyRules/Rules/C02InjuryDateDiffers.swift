package import Determinations

/// Header and case summary give different dates of injury.
///
/// **Finds** a date of injury in the header that is none of the dates on which, as the case summary says, the injury happened.
///
/// **Why it matters:** the letter may be about another injury or another person's claim.
///
/// **Example:** `Date of Injury: 10/10/2016` and "an industrial injury of October 10, 2015".
///
/// **Quiet:** when the summary gives no date of injury or the header none, and when one of several dates is the header's.
package enum C02InjuryDateDiffers: AnomalyRule {
    package static let code = "C02"
    package static let name = "injury-date-differs"
    package static let severity = Severity.warning

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let told = letter.facts.injuryDates
        guard let header = letter.determination.header?.injury.value, !told.isEmpty,
            !told.contains(where: { $0.value == header.value })
        else { return [] }
        return [
            finding(
                "The date of injury in the header is not the one in the case summary.", expected: "\(header.value)",
                found: told.map { "\($0.value)" }.joined(separator: ", "), in: letter,
                at: [header.range] + told.map(\.range))
        ]
    }
}
