import Determinations

/// Finds where the heading of an item starts, between the rationale before it and its decision.
///
/// Nothing marks the end of a rationale, so the heading is what stands after the last paragraph gap, with these care:
/// - a heading split by a page break, or by blank lines an extraction left there, is put together again: what follows the
///   gap starts in lower case, or what precedes it ends in a word or mark that cannot end a sentence;
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

    /// The index of the first word of the heading that ends before `end`; `start` is the first word it may be.
    func start(of end: Int, notBefore start: Int) -> Int {
        guard start < end else { return end }
        if hasParagraphs, let found = last(.paragraph, start, end), isHeading(found..<end) { return found }
        return last(.line, start, end) ?? start
    }

    /// A rationale's last paragraph is no part of a heading.
    private func isHeading(_ range: Range<Int>) -> Bool {
        range.count <= HeadingBounds.longestHeading && words.first(HeadingBounds.medicallyNecessary, in: range) == nil
    }

    /// The last break of at least the given strength at which a heading can start.
    private func last(_ strength: Gap, _ start: Int, _ end: Int) -> Int? {
        var index = end - 1
        var nearest: Int?
        while index > start {
            if words.gap(before: index) >= strength, !continuesFormula(index, end, notBefore: start) {
                nearest = nearest ?? index
                if endsSentence(index - 1) || (strength == .paragraph && !continuesHeading(index, from: start)) {
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
    private func continuesHeading(_ index: Int, from start: Int) -> Bool {
        let before = index - 1
        let first = words.text[Int(words[index].start)]
        if first &- 0x61 < 26, pieceIsShort(endingAt: before, from: start) { return true }
        if HeadingBounds.joining.contains(words[before].key), pieceIsShort(endingAt: before, from: start) {
            return true
        }
        let mark = words.text[Int(words[before].end)]
        return (mark == 0x2C || mark == 0x2D) && pieceIsShort(endingAt: before, from: start)
    }

    /// Whether a paragraph starts a few lines before, so that the piece up to here can be the start of a heading.
    private func pieceIsShort(endingAt last: Int, from start: Int) -> Bool {
        var index = last
        while index > start, last - index < 90 {
            if words.gap(before: index) == .paragraph { return endsSentence(index - 1) }
            index -= 1
        }
        return index <= start && last - start < 90
    }

    /// Whether a sentence ends with this word: a full stop, question or exclamation mark follows, perhaps with a closing
    /// bracket or quotation mark.
    private func endsSentence(_ index: Int) -> Bool {
        var offset = Int(words[index].end)
        while offset < words.text.count {
            switch words.text[offset] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"): offset += 1
            case 0xE2: offset += 3
            default: return false
            }
        }
        return true
    }

    /// Whether the line before a break ended although the next word would have fitted on it.
    private func isShortLine(before index: Int) -> Bool {
        var first = index - 1
        while first > 0, words.gap(before: first) == .none { first -= 1 }
        let length = Int(words[index - 1].end - words[first].start) + 1 + Int(words[index].end - words[index].start)
        return length < 70
    }
}
