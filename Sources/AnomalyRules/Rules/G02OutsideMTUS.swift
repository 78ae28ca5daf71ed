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
        "did not base their decision on the mtus,did not base its decision on the mtus,"
            + "did not base his decision on the mtus,did not base her decision on the mtus,"
            + "outside of the mtus,outside the mtus")

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.items.compactMap { checked in
            guard let statement = statements.first(in: letter.words, checked.reviewerGuideline) else { return nil }
            let range = letter.words.bytes(statement)
            return finding(
                "Item \(checked.item.number) was decided outside the MTUS.", expected: "the MTUS first",
                found: "\"\(letter.string(range))\"", in: letter, at: [range], item: checked.item.number)
        }
    }
}
