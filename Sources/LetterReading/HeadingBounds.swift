import Determinations

/// Finds where the heading of an item starts, between the rationale before it and its decision.
///
/// Nothing marks the end of a rationale, so the heading is what stands after the last paragraph gap, with these care:
/// - a heading split by a page break, or by blank lines an extraction left there, is put together again: what follows the
///   gap starts in lower case or with a digit, or what precedes it ends in a word or mark that cannot end a sentence;
/// - the original-request formula is kept whole, although it has full stops inside;
/// - where paragraphs are not parted at all, the heading starts on the line after the last one that ends a sentence, or
///   that ended although the next word would have fitted.
struct HeadingBounds {
    let words: Words
    /// Whether paragraphs are parted by gaps in this letter.
    let hasParagraphs: Bool

    private static let longestHeading = 160
    private static let originalRequest = Phrase("original request")
    static let formulaStarts = [
        Phrase("was the original request"), Phrase("were the original request"), Phrase("is the original request"),
    ]
    private static let medicallyNecessary = Phrase("medically necessary")
    private static let joining: Set<UInt64> = Set(
        [
            "of", "the", "and", "or", "with", "without", "for", "to", "in", "a", "an", "at", "by", "on", "per", "was",
            "is",
        ]
        .map { Word.key(of: $0) })

    /// The index of the first word of the heading that ends before `end`.
    /// - Parameters:
    ///   - end: The first mark after the heading.
    ///   - start: The first word that can belong to it.
    ///   - isAfterItem: Whether the text of another item stands between `start` and the heading.
    func start(of end: Int, notBefore start: Int, isAfterItem: Bool) -> Int {
        guard start < end else { return end }
        if hasParagraphs, let found = last(.paragraph, start, end, isAfterItem), isHeading(found..<end) { return found }
        return last(.line, start, end, isAfterItem) ?? start
    }

    /// A rationale's last paragraph is no part of a heading.
    private func isHeading(_ range: Range<Int>) -> Bool {
        range.count <= HeadingBounds.longestHeading && words.first(HeadingBounds.medicallyNecessary, in: range) == nil
    }

    /// The last break of at least the given strength at which a heading can start.
    private func last(_ strength: Gap, _ start: Int, _ end: Int, _ isAfterItem: Bool) -> Int? {
        var index = end - 1
        var nearest: Int?
        while index > start {
            if words.gap(before: index) >= strength, !continuesFormula(index, end, notBefore: start) {
                nearest = nearest ?? index
                if endsSentence(index - 1)
                    || (strength == .paragraph && !continuesHeading(index, from: start, isAfterItem))
                {
                    return index
                }
                if strength == .line, isShortLine(before: index) { return index }
            }
            if end - index > HeadingBounds.longestHeading { break }
            index -= 1
        }
        // Nothing but the start of the range is left: the heading fills it, if it can be one.
        if index <= start, end - start <= HeadingBounds.longestHeading, strength == .paragraph { return start }
        return strength == .line ? (end - start <= HeadingBounds.longestHeading ? start : nearest) : nearest
    }

    /// Whether a break stands inside the original-request formula: its end follows, its start stands before.
    private func continuesFormula(_ index: Int, _ end: Int, notBefore start: Int) -> Bool {
        guard words.first(HeadingBounds.originalRequest, in: index..<end) != nil,
            !HeadingBounds.formulaStarts.contains(where: { words.first($0, in: index..<end) != nil })
        else { return false }
        let before = max(start, end - HeadingBounds.longestHeading)..<index
        return HeadingBounds.formulaStarts.contains { words.first($0, in: before) != nil }
    }

    /// Whether the words after a paragraph gap go on with the heading begun before it.
    private func continuesHeading(_ index: Int, from start: Int, _ isAfterItem: Bool) -> Bool {
        let before = index - 1
        let first = words.text[Int(words[index].start)]
        let mark = words.text[Int(words[before].end)]
        let goesOn =
            first &- 0x61 < 26 || first &- 0x30 < 10 || HeadingBounds.joining.contains(words[before].key)
            || mark == 0x2C
            || mark == 0x2D
        return goesOn && pieceIsShort(endingAt: before, from: start, isAfterItem)
    }

    /// Whether a paragraph starts a few lines before, so that the piece up to here can be the start of a heading.
    private func pieceIsShort(endingAt last: Int, from start: Int, _ isAfterItem: Bool) -> Bool {
        var index = last
        while index > start, last - index < 90 {
            if words.gap(before: index) == .paragraph { return endsSentence(index - 1) }
            index -= 1
        }
        // What follows another item's label at once is that item's text, however short.
        return !isAfterItem && index <= start && last - start < 90
    }

    /// Whether a sentence ends with this word: a full stop, question or exclamation mark follows before any white space.
    private func endsSentence(_ index: Int) -> Bool {
        let end = index + 1 < words.count ? Int(words[index + 1].start) : words.text.count
        for byte in words.text[Int(words[index].end)..<end] {
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") { return true }
            if Folding.isWhite(byte) { return false }
        }
        return index + 1 == words.count
    }

    /// Whether the line before a break ended although the next word would have fitted on it.
    private func isShortLine(before index: Int) -> Bool {
        var first = index - 1
        while first > 0, words.gap(before: first) == .none { first -= 1 }
        let length = Int(words[index - 1].end - words[first].start) + 1 + Int(words[index].end - words[index].start)
        return length < 70
    }
}
