package import Determinations

/// L3, 2013 and 2014: a medical professional review of one issue. Its headings are known, no whole letter.
///
/// Recognised by two or more of its headings, all in capitals.
///
/// - The issue at dispute is the one item; the guidelines relied upon and the rationale are what stands below their headings.
/// - The decision is not established, although the heading of the rationale says "not medically necessary": it stays nil.
package enum LayoutL3: LetterLayout {
    package static let layout = Layout.professionalReview
    package static let sectionTitles = titles.map(\.text)
    package static let establishesItems = false

    private static let titles = [
        HeadedLetter.Title("MEDICAL PROFESSIONAL REVIEW"), HeadedLetter.Title("ISSUE AT DISPUTE"),
        HeadedLetter.Title("CASE SUMMARY"), HeadedLetter.Title("DOCUMENTS REVIEWED FOR DETERMINATION"),
        HeadedLetter.Title("MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY"),
        HeadedLetter.Title("RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE"),
        HeadedLetter.Title("MEDICAL REVIEWER QUALIFICATIONS"),
    ]
    private static let necessary = Phrase("medically necessary")

    package static func anchors(in words: Words, _ range: Range<Int>) -> Int {
        let letter = HeadedLetter(titles, in: words, range)
        // "CASE SUMMARY" is part of a heading of other layouts.
        let own = letter.headings.contains { $0.title != 2 }
        return own ? letter.count : 0
    }

    package static func read(_ words: Words, _ range: Range<Int>) -> Determination {
        let letter = HeadedLetter(titles, in: words, range)
        var items: [Item] = []
        if let issue = letter.body(1), !issue.isEmpty {
            items.append(
                Item(
                    number: 1, treatment: issue, requestInDispute: issue, isPartlyAuthorized: false, decision: nil,
                    claimsAdministratorGuideline: nil, reviewerGuideline: letter.body(4),
                    rationale: letter.body(5).map { behindHeading($0, words) }))
        }
        return letter.determination(
            layout, header: nil, reviewer: letter.indices(below: 6), summary: letter.body(2), items: items)
    }

    /// The body of the rationale without the end of its heading, `IS/WAS NOT MEDICALLY NECESSARY:`.
    private static func behindHeading(_ body: ByteRange, _ words: Words) -> ByteRange {
        let indices = words.indices(in: body)
        let near = indices.lowerBound..<min(indices.upperBound, indices.lowerBound + 6)
        guard let found = words.first(necessary, in: near), words.isUpperCase(found) else { return body }
        var start = Int(words[found + 1].end)
        if let mark = words.mark(after: found + 1), mark.byte == UInt8(ascii: ":"), mark.offset < body.end {
            start = mark.offset + 1
        }
        return Folding.trimmed(words.text, ByteRange(min(start, body.end), body.end))
    }
}
