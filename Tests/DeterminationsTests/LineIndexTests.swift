import Determinations
import Testing

@Suite("The line of a byte")
struct LineIndexTests {
    @Test(
        "Lines start where they should",
        arguments: [
            ("", [0]),  // no text is one empty line
            ("a", [0]),  // no line end
            ("a\nb", [0, 2]),  // LF
            ("a\r\nb", [0, 3]),  // CRLF is one line end
            ("a\rb", [0, 2]),  // a lone CR is one too
            ("a\r\rb", [0, 2, 3]),  // two of them are two
            ("a\n\r\nb", [0, 2, 4]),  // LF and CRLF are two
            ("a\u{0C}b\n", [0, 4]),  // a form feed is none
            ("a\r", [0, 2]),  // CR as the last byte
        ] as [(String, [Int])])
    func starts(text: String, expected: [Int]) {
        #expect(LineIndex(Array(text.utf8)).starts == expected)
    }

    @Test("Every byte is in the line that counting line ends gives")
    func lineOfEveryByte() {
        let bytes = Array("one\r\ntwo\n\nfour\rfive".utf8)
        let index = LineIndex(bytes)
        let expected = [1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5]
        #expect(bytes.indices.map(index.line(at:)) == expected)
        #expect(index.line(at: 1_000) == 5)
    }
}
