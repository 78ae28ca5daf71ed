import Determinations
import Testing

@Suite("FileName")
struct FileNameTests {
    @Test(
        "what is shown of a name leads back to its bytes",
        arguments: [
            // Plain.
            Array("letter 1.pdf".utf8),
            // Beyond ASCII.
            Array("Übergröße.pdf".utf8),
            // A backslash, and what looks like an escape.
            Array(#"a\b\x41"#.utf8),
            // A newline and an escape sequence.
            [0x61, 0x0A, 0x1B, 0x5B, 0x33, 0x31, 0x6D],
            // Turns the direction of what follows.
            Array("a\u{202E}fdp.exe".utf8),
            // No UTF-8.
            [0xFF, 0xFE, 0x61, 0xC3],
            // Nothing.
            [],
        ])
    func shown(bytes: [UInt8]) {
        #expect(FileName(shown: FileName(bytes).description)?.bytes == bytes)
    }

    @Test("what no name shows leads nowhere", arguments: [#"\"#, #"\q"#, #"\x4"#, #"\xZZ"#])
    func notShown(text: String) {
        #expect(FileName(shown: text) == nil)
    }
}
