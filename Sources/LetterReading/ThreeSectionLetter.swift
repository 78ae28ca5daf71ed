import Determinations

/// What the layouts L4a and L4b share: three sections, always in this order, and items with four marks each.
enum ThreeSectionLetter {
    static let sectionTitles = [
        "HOW THE IMR FINAL DETERMINATION WAS MADE", "CLINICAL CASE SUMMARY", "IMR ISSUES, DECISIONS AND RATIONALES",
    ]
    private static let titles = [
        Phrase("how the imr final determination was made"), Phrase("clinical case summary"),
        Phrase("imr issues decisions and rationales"),
    ]
    private static let sentences = [
        Phrase("maximus federal services sent the complete case file"),
        Phrase("developed the following clinical case summary"),
        Phrase("the final determination was based on decisions for the disputed items"),
    ]
    private static let labels = [
        Phrase("claims administrator guideline"), Phrase("maximus guideline"), Phrase("decision rationale"),
    ]
    private static let summarySubject = Phrase("reviewer developed the following clinical case summary")
    static let summaryIntroduction = Phrase("including all medical records")
    private static let itemsIntroduction = Phrase("set forth below")

    /// How many of the headings and fixed sentences stand in a range of words, each counted once.
    static func anchors(in words: Words, _ range: Range<Int>) -> Int {
        Set(SectionFinder.headings(titles, in: words, range).map(\.title)).count
            + sentences.count { words.first($0, in: range) != nil }
            + labels.count { label in
                guard let first = words.first(label, in: range) else { return false }
                return words.mark(after: first + label.count - 1)?.byte == UInt8(ascii: ":")
            }
    }

    /// The indices at which letters start, when several stand in one text: each first heading but the first.
    static func starts(in words: Words) -> [Int] {
        words.all(titles[0], in: 0..<words.count).filter { words.isUpperCase($0) && words.isUpperCase($0 + 1) }
    }

    static func read(_ words: Words, _ range: Range<Int>, as layout: Layout) -> Determination {
        var first: [Int: Range<Int>] = [:]
        let headings = SectionFinder.headings(titles, in: words, range)
        for heading in headings where first[heading.title] == nil { first[heading.title] = heading.words }
        let textEnd = range.upperBound < words.count ? Int(words[range.upperBound].start) : words.text.count
        let extent = ByteRange(range.lowerBound == 0 ? 0 : Int(words[range.lowerBound].start), textEnd)

        func end(after index: Int) -> Int {
            headings.map(\.words.lowerBound).filter { $0 >= index }.min() ?? range.upperBound
        }
        let methodStart = first[0]?.upperBound ?? range.lowerBound
        let headerEnd = first[0]?.lowerBound ?? end(after: range.lowerBound)
        let table = HeaderTable.read(words, in: range.lowerBound..<headerEnd)
        // Without its own heading the credentials stand before the first heading there is.
        // Without the next heading they end where the summary is introduced.
        let methodEnd = max(methodStart, end(after: methodStart))
        let introduction = words.first(summarySubject, in: methodStart..<methodEnd)
        let reviewer = Credentials.read(words, in: methodStart..<(introduction ?? methodEnd))
        let summary = first[1].map { heading in
            body(
                words, after: heading.upperBound, introduction: summaryIntroduction,
                until: end(after: heading.upperBound), textEnd)
        }
        return Determination(
            layout: layout, extent: extent, sections: sections(words, headings, textEnd), header: table?.header,
            reviewer: reviewer, summary: summary,
            items: ItemList.read(words, in: itemRange(words, range, first)),
            provenance: ReadingProvenance(
                isDoubleSpaced: words.isDoubleSpaced, formFeeds: words.formFeeds,
                isHeaderPairedByOrder: table?.isPairedByOrder ?? false))
    }

    private static func sections(_ words: Words, _ headings: [SectionFinder.Heading], _ textEnd: Int) -> [Section] {
        headings.enumerated().map { position, heading in
            let start = Int(words[heading.words.lowerBound].start)
            let end = Int(words[heading.words.upperBound - 1].end)
            let next =
                position + 1 < headings.count ? Int(words[headings[position + 1].words.lowerBound].start) : textEnd
            return Section(
                title: sectionTitles[heading.title], heading: ByteRange(start, end), body: ByteRange(end, next))
        }
    }

    /// The bytes after a heading and its fixed introduction, which ends in a colon.
    private static func body(
        _ words: Words, after heading: Int, introduction: Phrase, until end: Int, _ textEnd: Int
    ) -> ByteRange {
        let limit = end < words.count ? Int(words[end].start) : textEnd
        var start = heading < end ? Int(words[heading].start) : limit
        if let found = words.first(introduction, in: heading..<max(heading, end)) {
            let last = found + introduction.count - 1
            start = Int(words[last].end)
            if let mark = words.mark(after: last), mark.byte == UInt8(ascii: ":") { start = mark.offset + 1 }
        }
        return Folding.trimmed(words.text, ByteRange(min(start, limit), limit))
    }

    /// The words that hold the items: after the third heading and its introduction, or after the summary without them.
    private static func itemRange(_ words: Words, _ range: Range<Int>, _ first: [Int: Range<Int>]) -> Range<Int> {
        let heading = first[2]
        let from = heading?.upperBound ?? range.lowerBound
        if let found = words.first(itemsIntroduction, in: from..<range.upperBound), found < from + 40 || heading == nil
        {
            return found + itemsIntroduction.count..<range.upperBound
        }
        if let heading { return heading.upperBound..<range.upperBound }
        return (first[1]?.upperBound ?? first[0]?.upperBound ?? range.lowerBound)..<range.upperBound
    }
}
