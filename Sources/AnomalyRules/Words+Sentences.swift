import Determinations
import LetterReading

extension Words {
    /// Whether a full stop, question or exclamation mark stands after a word, and no digit after that; page breaks end nothing.
    ///
    /// Closing brackets, quotation marks and the marks of trade names may stand before it.
    func endsSentence(_ index: Int) -> Bool {
        var end = Int(words[index].end)
        while end < text.count, let closing = closing(at: end) { end += closing }
        guard end < text.count else { return true }
        let mark = text[end]
        guard mark == 0x2E || mark == 0x3F || mark == 0x21 else { return false }
        return end + 1 >= text.count || !(text[end + 1] &- 0x30 < 10)
    }

    /// The length of what may stand between a word and the mark that ends its sentence; nil when something else stands there.
    private func closing(at offset: Int) -> Int? {
        switch text[offset] {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""): return 1
        // ®
        case 0xC2: return offset + 1 < text.count && text[offset + 1] == 0xAE ? 2 : nil
        // ” and ™
        case 0xE2:
            guard offset + 2 < text.count else { return nil }
            let rest = (text[offset + 1], text[offset + 2])
            return rest == (0x80, 0x9D) || rest == (0x84, 0xA2) ? 3 : nil
        default: return nil
        }
    }

    /// Whether a comma, semicolon or colon stands directly after a word.
    func hasComma(after index: Int) -> Bool {
        let end = Int(words[index].end)
        guard end < text.count else { return false }
        return text[end] == UInt8(ascii: ",") || text[end] == UInt8(ascii: ";") || text[end] == UInt8(ascii: ":")
    }

    /// Whether a semicolon stands directly after a word.
    func hasSemicolon(after index: Int) -> Bool {
        let end = Int(words[index].end)
        return end < text.count && text[end] == UInt8(ascii: ";")
    }

    /// The words of the sentence around a word, within a range of words.
    func sentence(around index: Int, in range: Range<Int>) -> Range<Int> {
        var start = index
        while start > range.lowerBound, !endsSentence(start - 1) { start -= 1 }
        var end = index
        while end + 1 < range.upperBound, !endsSentence(end) { end += 1 }
        return start..<(end + 1)
    }

    /// Whether two stretches have the same words.
    func areEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count
        where words[left.lowerBound + offset].key != words[right.lowerBound + offset].key { return false }
        return true
    }
}
