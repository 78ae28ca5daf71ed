package import Determinations
import LetterReading

/// Case summary and rationale give different ages or sexes.
///
/// **Finds** a person in a rationale ("a 58-year-old female") whose age is none of those in the case summary, or whose sex is not
/// the summary's.
///
/// **Why it matters:** the rationale may have been written for another case.
///
/// **Example:** a summary about a 46-year-old male, and a rationale about "this 64-year-old female".
///
/// **Quiet:** for pronouns, and for ages that guidelines speak of ("patients over 65 years", "under the age of fifty").
package enum P02AgeOrSexDiffers: AnomalyRule {
    package static let code = "P02"
    package static let name = "age-or-sex-differs"
    package static let severity = Severity.warning

    private static let people = WordSet(
        "male female man woman gentleman lady patient worker employee applicant claimant individual injured")
    private static let comparisons = WordSet("over under above below than least to")
    private static let reach = 3

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let words = letter.words
        return letter.items.flatMap { checked -> [Finding] in
            SummaryReader.ages(checked.rationale, in: words).compactMap { age -> Finding? in
                let place = words.indices(in: age.range)
                let after =
                    place
                    .upperBound..<max(place.upperBound, min(place.upperBound + reach, checked.rationale.upperBound))
                guard after.contains(where: { people.contains(words[$0].key) }), place.lowerBound > 0,
                    !(max(0, place.lowerBound - 2)..<place.lowerBound).contains(where: {
                        comparisons.contains(words[$0].key)
                    }), !words.endsSentence(place.upperBound - 1)
                else { return nil }
                return difference(age, SummaryReader.sexes(after, in: words).first, checked.item.number, letter)
            }
        }
    }

    private static func difference(
        _ age: Located<Int>, _ sex: Located<Sex>?, _ number: Int, _ letter: CheckedLetter
    ) -> Finding? {
        let ages = letter.facts.ages
        if let first = ages.first, !ages.contains(where: { $0.value == age.value }) {
            return finding(
                "The rationale of item \(number) gives another age than the case summary.",
                expected: "\(first.value) years", found: "\(age.value) years", in: letter,
                at: [first.range, age.range], item: number)
        }
        guard let sex, let first = letter.facts.sexes.first,
            !letter.facts.sexes.contains(where: { $0.value == sex.value })
        else { return nil }
        return finding(
            "The rationale of item \(number) gives another sex than the case summary.", expected: first.value.rawValue,
            found: sex.value.rawValue, in: letter, at: [first.range, sex.range], item: number)
    }
}
