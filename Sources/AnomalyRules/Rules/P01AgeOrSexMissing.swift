package import Determinations
import LetterReading

/// The case summary does not state the employee's age or sex.
///
/// **Finds** a case summary without an age, or without a word that gives the sex.
///
/// **Why it matters:** the medical condition must be stated (8 CCR 9792.10.6(d)); what is usual depends on both, and without them a
/// letter is hard to match with its case.
///
/// **Example:** "The applicant is an employee who has filed a claim …".
///
/// **Quiet:** when a pronoun gives the sex, and for every way to write an age.
package enum P01AgeOrSexMissing: AnomalyRule {
    package static let code = "P01"
    package static let name = "age-or-sex-missing"
    package static let severity = Severity.warning

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard let summary = letter.determination.summary, !summary.isEmpty else { return [] }
        let missing = [
            letter.facts.age == nil ? "age" : nil, letter.facts.sex == nil ? "sex" : nil,
        ].compactMap { $0 }
        guard !missing.isEmpty else { return [] }
        let words = letter.words
        let sentence = words.sentence(around: letter.summary.lowerBound, in: letter.summary)
        return [
            finding(
                "The case summary does not state the employee's \(missing.joined(separator: " or ")).",
                expected: "age and sex", found: "no " + missing.joined(separator: ", no "), in: letter,
                at: [words.bytes(sentence)])
        ]
    }
}
