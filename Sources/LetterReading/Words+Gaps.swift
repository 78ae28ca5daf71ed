package import Determinations

/// What separates two neighbouring words.
package enum Gap: Int, Comparable, Sendable {
    /// Nothing, blanks or punctuation on the same line.
    case none
    /// The end of a line.
    case line
    /// The end of a paragraph, or a page break that looks like one.
    case paragraph

    /// Stronger separations are greater.
    package static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
}

extension Words {
    /// What stands between the word before and this one.
    package func gap(before index: Int) -> Gap {
        guard index > 0, index < count else { return .paragraph }
        if words[index].afterFormFeed { return .paragraph }
        let lineEnd = isDoubleSpaced ? 2 : 1
        let ends = lineEnds(before: index)
        return ends == 0 ? .none : ends <= lineEnd ? .line : .paragraph
    }

    /// Whether a page ends between the word before and this one: at a form feed, or at more empty lines than part paragraphs.
    package func isPageBreak(before index: Int) -> Bool {
        guard index > 0, index < count else { return false }
        if words[index].afterFormFeed { return true }
        let ends = lineEnds(before: index)
        if ends > (isDoubleSpaced ? 4 : 2) { return true }
        guard isDoubleSpaced, ends == 4 else { return false }
        // In a double-spaced text the empty line of a paragraph gap holds a blank, that of a page break does not.
        let between = text[Int(words[index - 1].end)..<Int(words[index].start)].filter { $0 != 0x0D }
        let first = between.firstIndex(of: 0x0A) ?? between.startIndex
        return between[first...].prefix(4).allSatisfy { $0 == 0x0A }
    }

    /// The line ends between the word before and this one.
    private func lineEnds(before index: Int) -> Int { words[index].lineEnds - words[index - 1].lineEnds }

    /// The line of an offset, from 1, as `LineIndex` counts; the words know the line ends before them, which spares the bytes.
    package func line(at offset: Int) -> Int {
        let next = index(at: offset)
        var line = next > 0 ? words[next - 1].lineEnds + 1 : 1
        var position = next > 0 ? Int(words[next - 1].end) : 0
        while position < min(offset, text.count) {
            let isFollowed = position + 1 < text.count && text[position + 1] == 0x0A
            if text[position] == 0x0A || (text[position] == 0x0D && !isFollowed) { line += 1 }
            position += 1
        }
        return line
    }

    /// The first byte after a word that is no white space, and its offset; nil at the end of the text.
    package func mark(after index: Int) -> (byte: UInt8, offset: Int)? {
        var offset = Int(words[index].end)
        while offset < text.count, Folding.isWhite(text[offset]) { offset += 1 }
        return offset < text.count ? (text[offset], offset) : nil
    }

    /// The last byte before a word that is no white space, and its offset; nil at the start of the text.
    package func mark(before index: Int) -> (byte: UInt8, offset: Int)? {
        var offset = Int(words[index].start) - 1
        while offset >= 0, Folding.isWhite(text[offset]) { offset -= 1 }
        return offset >= 0 ? (text[offset], offset) : nil
    }

    /// Where a word starts with the marks glued to it, such as an opening quotation mark or the point of ".5"; of marks behind
    /// another word only those that open something.
    func startWithMarks(of index: Int) -> Int {
        let wordStart = Int(words[index].start)
        let previousEnd = index > 0 ? Int(words[index - 1].end) : 0
        var start = wordStart
        while start > previousEnd, !Folding.isWhite(text[start - 1]) { start -= 1 }
        if start > previousEnd || index == 0 { return start }
        start = wordStart
        while start > previousEnd, "([\"#*".utf8.contains(text[start - 1]) { start -= 1 }
        return start
    }

    /// Where a word ends with the marks glued to it, such as a closing bracket or a percent sign; a comma parts it from what follows.
    func endWithMarks(of index: Int) -> Int {
        let next = index + 1 < count ? Int(words[index + 1].start) : text.count
        var end = Int(words[index].end)
        while end < next, !Folding.isWhite(text[end]), text[end] != UInt8(ascii: ",") { end += 1 }
        return end
    }

    /// The index of the first word that starts at or after an offset.
    package func index(at offset: Int) -> Int {
        let block = offset / 64
        guard block < blocks.count else { return count }
        var index = Int(blocks[max(0, block)])
        while index < count, Int(words[index].start) < offset { index += 1 }
        return index
    }

    /// The indices of the words that start in a range of bytes.
    package func indices(in range: ByteRange) -> Range<Int> {
        let start = index(at: range.start)
        return start..<max(start, index(at: range.end))
    }

    /// Whether a word starts with an ASCII capital.
    package func isCapitalized(_ index: Int) -> Bool { text[Int(words[index].start)] &- 0x41 < 26 }

    /// Whether every letter of a word is an ASCII capital.
    package func isUpperCase(_ index: Int) -> Bool {
        text[Int(words[index].start)..<Int(words[index].end)].allSatisfy { $0 &- 0x41 < 26 }
    }

    /// The word as text.
    package func string(_ index: Int) -> String {
        String(decoding: text[Int(words[index].start)..<Int(words[index].end)], as: UTF8.self)
    }

    /// The value of a word of at most nine digits; nil for anything else.
    package func number(_ index: Int) -> Int? {
        guard index >= 0, index < count else { return nil }
        let word = words[index]
        guard word.end - word.start <= 9 else { return nil }
        var value = 0
        for byte in text[Int(word.start)..<Int(word.end)] {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}
