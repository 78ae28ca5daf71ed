package import Determinations
import LetterReading

/// A guideline edition is cited that had been superseded when the letter was decided.
///
/// **Finds**, in the reviewer's guideline paragraph, a chapter of the MTUS with the year of an edition that another one had replaced
/// by the decision date: the chronic pain chapter of 2009 from July 28, 2016, and the chapters of 2004, 2007 and 2016 from December 1,
/// 2017 (8 CCR 9792.22 to 9792.24.4).
///
/// **Why it matters:** the edition in force is the one that is presumed correct.
///
/// **Example:** `MTUS Chronic Pain Medical Treatment 2009` in a letter decided in 2017.
///
/// **Quiet:** without a decision date, and for citations without a year.
package enum G04SupersededGuideline: AnomalyRule {
    package static let code = "G04"
    package static let name = "superseded-guideline"
    package static let severity = Severity.info

    private struct Edition {
        let chapters: PhraseList
        let supersededOn: CalendarDate?
    }

    private static let editions = [
        Edition(
            chapters: PhraseList("chronic pain medical treatment 2009"),
            supersededOn: CalendarDate(year: 2016, month: 7, day: 28)),
        Edition(
            chapters: PhraseList(
                "neck and upper back complaints 2004,shoulder complaints 2004,elbow complaints 2007,"
                    + "forearm wrist and hand complaints 2004,low back complaints 2004,knee complaints 2004,"
                    + "ankle and foot complaints 2004,stress related conditions 2004,eye 2004,"
                    + "general approaches 2004,acupuncture treatment 2007,chronic pain medical treatment 2016,"
                    + "opioid treatment 2016"),
            supersededOn: CalendarDate(year: 2017, month: 12, day: 1)),
    ]

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard let decision = letter.determination.header?.decision.value else { return [] }
        return letter.items.flatMap { checked in
            editions.flatMap { edition -> [Finding] in
                guard let date = edition.supersededOn, date <= decision.value else { return [] }
                return edition.chapters.all(in: letter.words, checked.reviewerGuideline).map { chapter in
                    let range = letter.words.bytes(chapter)
                    return finding(
                        "Item \(checked.item.number) cites an edition that was superseded on \(date).",
                        expected: "the edition in force on \(decision.value)", found: "\"\(letter.string(range))\"",
                        in: letter, at: [range], item: checked.item.number)
                }
            }
        }
    }
}
