package import Determinations

/// L3, 2013 and 2014: a medical professional review of one issue. Its headings are known, no whole letter.
///
/// Recognised by two or more of its headings, all in capitals.
///
/// - The issue at dispute, the guidelines relied upon and the rationale are sections; there are no items.
/// - A header table before the issue is read; none is known.
/// - The decision is not established, although the heading of the rationale says "not medically necessary".
package enum LayoutL3: LetterLayout {
    package static let layout = Layout.professionalReview
    package static let sectionTitles = titles.map(\.text)
    package static let establishesHeader = false
    package static let establishesItems = false
    package static let establishesGrounds = false

    private static let titles = [
        HeadedLetter.Title("MEDICAL PROFESSIONAL REVIEW"), HeadedLetter.Title("ISSUE AT DISPUTE"),
        HeadedLetter.Title("CASE SUMMARY"), HeadedLetter.Title("DOCUMENTS REVIEWED FOR DETERMINATION"),
        HeadedLetter.Title("MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY"),
        HeadedLetter.Title("RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE"),
        HeadedLetter.Title("MEDICAL REVIEWER QUALIFICATIONS"),
    ]

    package static func anchors(in words: Words, _ range: Range<Int>) -> Int {
        let letter = HeadedLetter(titles, in: words, range)
        // "CASE SUMMARY" is part of a heading of other layouts.
        let own = letter.headings.contains { $0.title != 2 }
        return own ? letter.count : 0
    }

    package static func read(_ words: Words, _ range: Range<Int>) -> Determination {
        let letter = HeadedLetter(titles, in: words, range)
        let headerEnd = letter.first(1)?.words.lowerBound ?? range.lowerBound
        return letter.determination(
            layout, header: HeaderTable.read(words, in: range.lowerBound..<headerEnd)?.header,
            reviewer: letter.indices(below: 6), summary: letter.body(2), items: [])
    }

    /// The indices of the headings of reviews, when several stand in one text.
    static func starts(in words: Words) -> [Int] {
        words.all(titles[0].phrase, in: 0..<words.count).filter { first in
            (first..<first + titles[0].phrase.count).allSatisfy(words.isUpperCase)
        }
    }
}
