package import Determinations

/// L2, 2013 and 2014: four sections, with a list of documents reviewed. Its headings are known, no whole letter.
///
/// Recognised by its last heading `IMR DECISION(S) AND RATIONALE(S)`, or by `DOCUMENTS REVIEWED` in a letter that has not the last
/// heading of L4, together with any other heading or the fixed sentences of L4.
///
/// - The reviewer's sentence is read as in L4a; the summary is what stands below its heading, behind the fixed sentence if there
///   is one.
/// - How items and decisions are written is not established: there are no items.
package enum LayoutL2: LetterLayout {
    package static let layout = Layout.documentsReviewed
    package static let sectionTitles = titles.map(\.text)
    package static let establishesHeader = false
    package static let establishesItems = false
    package static let establishesGrounds = false

    private static let titles = [
        HeadedLetter.Title("HOW THE IMR FINAL DETERMINATION WAS MADE"), HeadedLetter.Title("DOCUMENTS REVIEWED"),
        HeadedLetter.Title("CLINICAL CASE SUMMARY"), HeadedLetter.Title("IMR DECISION(S) AND RATIONALE(S)"),
    ]
    private static let laterTitle = Phrase("imr issues decisions and rationales")
    private static let forDetermination = Phrase("for determination")
    private static let company = Phrase("maximus federal services inc")

    /// Whether the headings that only this layout has stand in a range of words.
    static func isRecognised(_ words: Words, _ range: Range<Int>) -> Bool {
        // Nearly every letter has the words of neither.
        guard [1, 3].contains(where: { words.first(titles[$0].phrase, in: range) != nil }) else { return false }
        let letter = HeadedLetter(titles, in: words, range)
        if letter.first(3) != nil { return true }
        guard let documents = letter.first(1), words.first(laterTitle, in: range) == nil else { return false }
        // "DOCUMENTS REVIEWED FOR DETERMINATION" is a heading of L3.
        return !words.matches(forDetermination, at: documents.words.upperBound)
    }

    package static func anchors(in words: Words, _ range: Range<Int>) -> Int {
        guard isRecognised(words, range) else { return 0 }
        return HeadedLetter(titles, in: words, range).count + (words.first(company, in: range) == nil ? 0 : 1)
    }

    package static func read(_ words: Words, _ range: Range<Int>) -> Determination {
        let letter = HeadedLetter(titles, in: words, range)
        let headerEnd = letter.headings.first?.words.lowerBound ?? range.lowerBound
        return letter.determination(
            layout, header: HeaderTable.read(words, in: range.lowerBound..<headerEnd)?.header,
            reviewer: letter.indices(below: 0), summary: letter.body(2).map { behindIntroduction($0, words) }, items: []
        )
    }

    private static func behindIntroduction(_ body: ByteRange, _ words: Words) -> ByteRange {
        let indices = words.indices(in: body)
        guard let found = words.first(ThreeSectionLetter.summaryIntroduction, in: indices) else { return body }
        let last = found + ThreeSectionLetter.summaryIntroduction.count - 1
        guard let mark = words.mark(after: last), mark.byte == UInt8(ascii: ":"), mark.offset < body.end else {
            return body
        }
        return Folding.trimmed(words.text, ByteRange(mark.offset + 1, body.end))
    }
}
