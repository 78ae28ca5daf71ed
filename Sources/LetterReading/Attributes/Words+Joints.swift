package import Determinations

extension Words {
    /// What joins a word to the next: a blank for nothing but white space, the mark where there is exactly one byte of it, else 0.
    func joint(after index: Int) -> UInt8 {
        guard index + 1 < count else { return 0 }
        var mark: UInt8 = 0x20
        var position = Int(self[index].end)
        let end = Int(self[index + 1].start)
        while position < end {
            let byte = text[position]
            if !Folding.isWhite(byte) {
                if mark != 0x20 { return 0 }
                mark = byte
            }
            position += 1
        }
        return mark
    }

    /// Whether a mark stands directly before a word, or before the white space that stands before it.
    func follows(_ mark: UInt8, at index: Int) -> Bool { self.mark(before: index)?.byte == mark }

    /// The bytes from the start of one word to the end of another.
    package func bytes(_ range: Range<Int>) -> ByteRange {
        guard let first = range.first, let last = range.last, last < count else { return ByteRange(0, 0) }
        return ByteRange(Int(self[first].start), Int(self[last].end))
    }

    /// Whether a sentence ends after a word: a full stop, question or exclamation mark, and a capital or nothing after it.
    package func endsSentence(after index: Int) -> Bool {
        guard index + 1 < count else { return true }
        if gap(before: index + 1) == .paragraph { return true }
        let end = Int(self[index].end)
        switch text[end] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        case UInt8(ascii: "."): return Int(self[index + 1].start) > end + 1 || isCapitalized(index + 1)
        default: return false
        }
    }
}
