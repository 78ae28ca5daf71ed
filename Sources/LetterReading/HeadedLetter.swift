import Determinations

/// What the early layouts share: sections told by their headings, in mixed case or in capitals, each with a body.
struct HeadedLetter {
    /// A heading that a layout is known to have.
    struct Title {
        /// The words as the layout has them.
        let text: String
        /// What to look for; it may be the start of the heading only, which then ends at its colon.
        let phrase: Phrase
        /// Whether every word is in capitals; otherwise every heading ends in a colon or starts with a capital.
        let isCapitals: Bool

        init(_ text: String, capitals: Bool = true) {
            self.text = text
            phrase = Phrase(String(text.map { $0.isLetter || $0.isNumber ? $0 : " " }).lowercased())
            isCapitals = capitals
        }
    }

    let words: Words
    /// The words of the letter.
    let range: Range<Int>
    /// The headings found, in the order of the text: which title, and its words.
    let headings: [SectionFinder.Heading]
    let titles: [Title]

    init(_ titles: [Title], in words: Words, _ range: Range<Int>) {
        self.words = words
        self.range = range
        self.titles = titles
        var found: [SectionFinder.Heading] = []
        for (number, title) in titles.enumerated() {
            words.each(title.phrase, in: range) { first in
                let span = first..<first + title.phrase.count
                let isHeading = title.isCapitals ? span.allSatisfy(words.isUpperCase) : words.isCapitalized(first)
                if isHeading { found.append(SectionFinder.Heading(title: number, words: span)) }
            }
        }
        headings = found.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// How many of the titles were found, each counted once.
    var count: Int { Set(headings.map(\.title)).count }

    /// The bytes of the letter.
    var extent: ByteRange {
        ByteRange(range.lowerBound == 0 ? 0 : Int(words[range.lowerBound].start), textEnd)
    }

    private var textEnd: Int { range.upperBound < words.count ? Int(words[range.upperBound].start) : words.text.count }

    /// The first heading of a title.
    func first(_ title: Int) -> SectionFinder.Heading? { headings.first { $0.title == title } }

    /// The words below the first heading of a title, up to the next heading of any.
    func indices(below title: Int) -> Range<Int>? {
        guard let heading = first(title) else { return nil }
        let next = headings.first { $0.words.lowerBound >= heading.words.upperBound }?.words.lowerBound
        return heading.words.upperBound..<(next ?? range.upperBound)
    }

    /// The bytes below the first heading of a title, without its colon.
    func body(_ title: Int) -> ByteRange? {
        guard let heading = first(title), let indices = indices(below: title) else { return nil }
        return body(from: heading.words.upperBound, to: indices.upperBound)
    }

    private func body(from first: Int, to next: Int) -> ByteRange {
        var start = Int(words[first - 1].end)
        let end = next < words.count ? Int(words[next].start) : words.text.count
        if let mark = words.mark(after: first - 1), mark.byte == UInt8(ascii: ":"), mark.offset < end {
            start = mark.offset + 1
        }
        return Folding.trimmed(words.text, ByteRange(min(start, end), end))
    }

    /// Every section found.
    var sections: [Section] {
        headings.enumerated().map { position, heading in
            let next = position + 1 < headings.count ? headings[position + 1].words.lowerBound : range.upperBound
            return Section(
                title: titles[heading.title].text, heading: words.bytes(heading.words),
                body: body(from: heading.words.upperBound, to: next))
        }
    }

    /// The letter with what its layout establishes.
    func determination(
        _ layout: Layout, header: Header?, reviewer: Range<Int>?, summary: ByteRange?, items: [Item]
    ) -> Determination {
        Determination(
            layout: layout, extent: extent, sections: sections, header: header,
            reviewer: reviewer.map { Credentials.read(words, in: $0) }
                ?? Reviewer(licensure: [], certifications: [], range: nil),
            summary: summary, items: items,
            provenance: ReadingProvenance(
                isDoubleSpaced: words.isDoubleSpaced, formFeeds: words.formFeeds, isHeaderPairedByOrder: false))
    }
}
