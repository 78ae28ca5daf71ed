package import Determinations
import LetterReading

/// The employee would have been a child or very old when injured.
///
/// **Finds** an age in the case summary by which the employee was under 14 or over 90 years old at the injury.
///
/// **Why it matters:** the age or the date of injury is wrong.
///
/// **Example:** "a 19-year-old male" with a date of injury of 2001 in a letter of 2016.
///
/// **Quiet:** when the age, the date of injury or a date to count from is missing; a year more or less does not matter.
package enum C06AgeImplausible: AnomalyRule {
    package static let code = "C06"
    package static let name = "age-implausible"
    package static let severity = Severity.warning

    private static let plausible = 14...90

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let header = letter.determination.header
        guard let age = letter.facts.ages.first, let injury = header?.injury.value ?? letter.facts.injuryDates.first,
            let told = header?.decision.value?.value ?? letter.summaryDates.compactMap(\.date).max(),
            told >= injury.value
        else { return [] }
        let birthdayToCome = (told.month, told.day) < (injury.value.month, injury.value.day)
        let oldest = age.value - (told.year - injury.value.year) + (birthdayToCome ? 1 : 0)
        guard oldest < plausible.lowerBound || oldest - 1 > plausible.upperBound else { return [] }
        return [
            finding(
                "By the age in the case summary the employee was about \(max(0, oldest)) years old at the injury.",
                expected: "\(plausible.lowerBound) to \(plausible.upperBound) years",
                found: "\(age.value) years, injured \(injury.value)", in: letter, at: [age.range, injury.range])
        ]
    }
}
