import Determinations
import LetterGenerator

extension MarkedLetter {
    /// The text with some ranges replaced; the ranges do not overlap.
    func replacing(_ ranges: [ByteRange], with bytes: [UInt8] = []) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + ranges.count * bytes.count)
        var position = 0
        for range in ranges.sorted(by: { $0.start < $1.start }) {
            output.append(contentsOf: text[position..<range.start])
            output.append(contentsOf: bytes)
            position = range.end
        }
        output.append(contentsOf: text[position...])
        return output
    }

    /// The text of a range.
    func string(_ range: ByteRange) -> String { String(decoding: text[range.start..<range.end], as: UTF8.self) }

    /// An offset in a range at which a test of the bytes before and after it holds; nil when chance finds none.
    func offset(
        in range: ByteRange, _ chance: inout Chance, where holds: (UInt8, UInt8) -> Bool
    ) -> Int? {
        guard range.count > 2 else { return nil }
        for _ in 0..<200 {
            let offset = range.start + 1 + chance.below(range.count - 1)
            if holds(text[offset - 1], text[offset]) { return offset }
        }
        return nil
    }

    /// The places of whole words in a range, without regard to case.
    func places(of word: String, in range: ByteRange) -> [ByteRange] {
        let wanted = Array(word.utf8)
        var found: [ByteRange] = []
        var position = range.start
        while position + wanted.count <= range.end {
            let end = position + wanted.count
            let isWord =
                (position == 0 || !Bytes.isLetter(text[position - 1]))
                && (end == text.count || !Bytes.isLetter(text[end]))
            if isWord, zip(text[position..<end], wanted).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
                found.append(ByteRange(position, end))
                position = end
            } else {
                position += 1
            }
        }
        return found
    }

    /// The last byte before an offset that is no white space; nil when there is none.
    func lastMark(before offset: Int) -> UInt8? { text[..<offset].last { !Bytes.isWhite($0) } }

    /// The end of the text without white space behind it.
    var contentEnd: Int { (text.lastIndex { !Bytes.isWhite($0) } ?? -1) + 1 }
}

/// Tests of single bytes.
enum Bytes {
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
    /// Whether a sentence may end so: `. ! ? ) "` or the last byte of a closing curly quote.
    static func isSentenceEnd(_ byte: UInt8) -> Bool { [0x2E, 0x21, 0x3F, 0x29, 0x22, 0x9D].contains(byte) }
}
