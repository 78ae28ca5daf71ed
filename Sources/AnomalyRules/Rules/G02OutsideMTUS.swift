package import Determinations
import LetterReading

/// An item was decided outside the MTUS.
///
/// **Finds** a reviewer's guideline paragraph that says that the decision is not based on the Medical Treatment Utilization Schedule.
///
/// **Why it matters:** the schedule comes first among the standards (Labor Code 4610.5(c)(2)); who leaves it says why.
///
/// **Example:** "The Expert Reviewer did not base their decision on the MTUS."
///
/// **Quiet:** when other guidelines are cited beside the schedule.
package enum G02OutsideMTUS: AnomalyRule {
    package static let code = "G02"
    package static let name = "outside-mtus"
    package static let severity = Severity.info

    private static let statements = PhraseList(
        "base their decision on the mtus,base its decision on the mtus,base his decision on the mtus,"
            + "base her decision on the mtus,outside of the mtus,outside the mtus")
    private static let base = Word.key(of: "base")
    private static let denial = Phrase("did not")

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard statements.stands(in: letter.words, letter.extent) else { return [] }
        return letter.items.compactMap { checked in
            guard let statement = statements.first(in: letter.words, checked.reviewerGuideline) else { return nil }
            var start = statement.lowerBound
            if letter.words[start].key == base {
                guard letter.words.matches(denial, before: start) else { return nil }
                start -= denial.count
            }
            let range = letter.words.bytes(start..<statement.upperBound)
            return finding(
                "Item \(checked.item.number) was decided outside the MTUS.", expected: "the MTUS first",
                found: "\"\(letter.string(range))\"", in: letter, at: [range], item: checked.item.number)
        }
    }
}
