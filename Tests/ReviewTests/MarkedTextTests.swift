import Determinations
import Register
import Review
import Testing

@testable import Review

@Suite("Marks in a text")
struct MarkedTextTests {
    static func text(_ text: String, _ ranges: [[ByteRange]]) -> MarkedText {
        MarkedText(
            Array(text.utf8),
            marks: ranges.enumerated().flatMap { index, ranges in
                ranges.map { (range: $0, key: RowKey(letter: 1, place: index + 1)) }
            })
    }

    static func shown(_ text: MarkedText) -> String {
        text.segments.map { segment in
            segment.findings.isEmpty
                ? segment.text
                : "[" + segment.findings.map { String($0.place) }.joined(separator: ",") + ":\(segment.text)]"
        }.joined()
    }

    @Test(
        "stand where the evidence is",
        arguments: [
            // No finding.
            ("one two", [], "one two"),
            // One.
            ("one two", [[ByteRange(4, 7)]], "one [1:two]"),
            // Two apart.
            ("one two", [[ByteRange(0, 3)], [ByteRange(4, 7)]], "[1:one] [2:two]"),
            // One inside another.
            ("one two", [[ByteRange(0, 7)], [ByteRange(4, 7)]], "[1:one ][1,2:two]"),
            // Overlapping.
            ("abcdef", [[ByteRange(0, 4)], [ByteRange(2, 6)]], "[1:ab][1,2:cd][2:ef]"),
            // Twice the same place by one finding.
            ("abc", [[ByteRange(0, 3), ByteRange(0, 3)]], "[1:abc]"),
            // Past the end, before the start, empty.
            ("abc", [[ByteRange(1, 99)], [ByteRange(-5, 1)], [ByteRange(2, 2)]], "[2:a][1:bc]"),
            // In the middle of a character: the character is whole.
            ("aäb", [[ByteRange(2, 3)]], "a[1:ä]b"),
            // An empty text.
            ("", [[ByteRange(0, 4)]], ""),
        ] as [(String, [[ByteRange]], String)])
    func marks(text: String, ranges: [[ByteRange]], expected: String) {
        let marked = Self.text(text, ranges)
        #expect(Self.shown(marked) == expected)
        #expect(marked.segments.map(\.text).joined() == text)
    }

    @Test("a segment knows its line, and which findings begin there")
    func places() throws {
        let marked = Self.text("a\nbc\nd", [[ByteRange(2, 4), ByteRange(5, 6)]])
        #expect(marked.segments.map(\.line) == [1, 2, 2, 3])
        #expect(marked.segments.map(\.beginnings.count) == [0, 1, 0, 0])
    }
}
