import Determinations
import LetterReading
import Testing

@Suite("Words of a text")
struct WordsTests {
    /// A word as a scanner finds it that goes byte by byte.
    private struct PlainWord: Equatable {
        let range: ByteRange
        let line: Int
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

    /// How many bytes a character has that parts words though it is not ASCII.
    private static func separator(_ text: [UInt8], _ offset: Int) -> Int {
        let bytes = (0..<3).map { offset + $0 < text.count ? text[offset + $0] : 0 }
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0xC2, _, _), (0xC3, 0x97, _): return 2
        case (0xE2, 0x80, _), (0xE2, 0x81, _), (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBD): return 3
        default: return 0
        }
    }

    private static func plainWords(_ text: [UInt8]) -> [PlainWord] {
        let lines = LineIndex(text)
        var words: [PlainWord] = []
        var start: Int?
        var separatorEnd = 0
        for offset in 0...text.count {
            if offset < text.count, offset >= separatorEnd { separatorEnd = offset + separator(text, offset) }
            let isIn = offset < text.count && offset >= separatorEnd && (isWord(text[offset]) || text[offset] >= 0x80)
            if isIn { start = start ?? offset }
            if !isIn, let first = start {
                words.append(PlainWord(range: ByteRange(first, offset), line: lines.line(at: first)))
                start = nil
            }
        }
        return words
    }

    @Test("The words of any bytes are those that a look at each byte finds, with their lines")
    func anyBytes() {
        let pieces: [[UInt8]] = [
            Array("a".utf8), Array("Upheld".utf8), Array("electromyography".utf8), Array("0123456789".utf8), [0x20],
            [0x2E],
            [0x0A], [0x0D, 0x0A], [0x0D], [0x0C], [0xC2, 0xA0], [0xE2, 0x80, 0x99], [0xC3, 0xA9], [0xEF, 0xBB, 0xBF],
            [0xEF, 0xAC, 0x81],
            [0xFF],
            [0x00], [0xE2], Array("pneumonoultramicroscopicsilicovolcanoconiosis".utf8),
        ]
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<600 {
            let text = (0..<next(80)).flatMap { _ in pieces[next(pieces.count)] }
            let words = Words(text)
            let found = (0..<words.count).map { index in
                PlainWord(range: words[index].range, line: words.line(at: words[index].range.start))
            }
            #expect(found == Self.plainWords(text), "\(text)")
        }
    }

    @Test(
        "A text is read whole however its words crowd it",
        arguments: [
            ("a ", 5000),  // an edge at every byte, far more than room is made for at first
            ("a", 5000),  // one word
            (" ", 5000),  // none
            ("electromyography of the neck. ", 400),  // as letters have them
        ])
    func crowded(piece: String, times: Int) {
        let text = Array(String(repeating: piece, count: times).utf8)
        let words = Words(text)
        #expect((0..<words.count).map { words[$0].range } == Self.plainWords(text).map(\.range))
    }

    @Test("A place in the text leads to the first word that starts there or behind it")
    func index() {
        let text = Array((String(repeating: "a bc ", count: 60) + String(repeating: " ", count: 200) + "knee").utf8)
        let words = Words(text)
        for offset in -1...text.count + 70 {
            let first = (0..<words.count).first { Int(words[$0].start) >= offset } ?? words.count
            #expect(words.index(at: offset) == first, "\(offset)")
        }
    }

    @Test("A phrase is found by its rarest word, wholly in a range and at its first and last occurrence")
    func phrases() {
        let words = Words(Array("of the knee of the knee, of the hip".utf8))
        let phrase = Phrase("of the knee")
        #expect(words.first(phrase, in: 0..<9) == 0)
        #expect(words.first(phrase, in: 1..<9) == 3)
        #expect(words.first(phrase, in: 1..<5) == nil)
        #expect(words.all(phrase, in: 0..<9) == [0, 3])
        #expect(words.all(phrase, in: 2..<9) == [3])
        #expect(words.all(Phrase("of the back"), in: 0..<9).isEmpty)
    }

    @Test("Words are equal when they differ in the case of letters only, wherever they stand")
    func keys() {
        let words = [
            "a", "ab", "of", "o", "radicular", "radiculop", "RADICULAR", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaaaaaaaaaaa",
        ]
        for one in words {
            for other in words {
                let same = one.lowercased() == other.lowercased()
                // Behind each stands the end of the text, a mark, or enough for loads of eight bytes.
                for (left, right) in [
                    (one, other), (one, other + "."), (one + " and so on, at length", "See " + other),
                ] {
                    let (first, last) = (Words(Array(left.utf8)), Words(Array(right.utf8)))
                    let index = right.hasPrefix("See") ? 1 : 0
                    #expect((first[0].key == last[index].key) == same, "\(left) \(right)")
                    #expect((Word.key(of: one) == last[index].key) == same)
                }
            }
        }
    }

    @Test(
        "Letters printed as one are the same words as without",
        arguments: [
            ("Certiﬁcation", "certification"),  // as Word prints it
            ("oﬃce", "office"),  // three letters
            ("ﬂuﬀy", "fluffy"),  // two in a word
            ("ﬁ", "fi"),  // nothing else
            ("Unspeciﬁed carpal tunnel, unspeciﬁc", "unspecified"),  // among others
            ("ﬅaﬆ", "stast"),  // the last two of them
        ])
    func ligatures(text: String, word: String) {
        #expect(Words(Array(text.utf8))[0].key == Word.key(of: word))
        // None of them: another letter of the same block, and the end of the text in the midst of one.
        #expect(Words(Array("ﬓ".utf8))[0].key != Word.key(of: "st"))
        #expect(Words([0x61, 0xEF, 0xAC])[0].key != Word.key(of: "aff"))
    }

    @Test("A word is found by its key within a range, and from there the next")
    func lookup() {
        let words = Words(Array("The knee, THE back, the neck".utf8))
        let the = Word.key(of: "the")
        #expect(words.first(the, in: 0..<6) == 0)
        #expect(words.first(the, in: 1..<6) == 2)
        #expect(words.first(the, in: 1..<2) == nil)
        #expect(words.next(after: 2, in: 0..<6) == 4)
        #expect(words.next(after: 2, in: 0..<4) == nil)
        #expect(words.first(Word.key(of: "hip"), in: 0..<6) == nil)
    }

    @Test(
        "What stands between words",
        arguments: [
            ("one two", Gap.none, false),  // a blank
            ("one\ntwo", .line, false),  // a line end
            ("one\r\ntwo", .line, false),  // CRLF is one line end
            ("one\rtwo", .line, false),  // a lone CR is one
            ("one\n\ntwo", .paragraph, false),  // an empty line
            ("one\n\n\ntwo", .paragraph, true),  // two empty lines are the end of a page
            ("one\u{C}two", .paragraph, true),  // a form feed
        ])
    func gaps(text: String, gap: Gap, isPageBreak: Bool) {
        let words = Words(Array(text.utf8))
        #expect(words.gap(before: 1) == gap)
        #expect(words.isPageBreak(before: 1) == isPageBreak)
    }
}
