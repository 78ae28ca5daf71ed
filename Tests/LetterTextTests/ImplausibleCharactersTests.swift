import Determinations
import Testing

@testable import LetterText

@Suite("Characters that no letter holds")
struct ImplausibleCharactersTests {
    @Test("signs and accents of a letter in Windows-1252 are sound")
    func plausible() {
        let text = "45° ± 2, “Dr. José’s” café–bar • §9792.10 ® ™ © ½ µg 4×2 naïve Müller §\u{A0}…"
        #expect(ImplausibleCharacters.find(in: Array(text.utf8), wasWindows1252: true) == [])
    }

    @Test(
        "control characters, strange signs and accents without a word are damage",
        arguments: [
            ("pa\u{07}in", true, 2, 3),  // a bell, in any encoding
            ("pa\u{1B}in", false, 2, 3),  // an escape in UTF-8
            ("10 ¬¤ mg", true, 3, 7),  // two signs beside each other
            ("10 ø 20", true, 3, 5),  // a letter that stands in no word
            ("mþg", true, 1, 3),  // a letter that no English medical word has
        ])
    func implausible(text: String, wasWindows1252: Bool, start: Int, end: Int) {
        #expect(
            ImplausibleCharacters.find(in: Array(text.utf8), wasWindows1252: wasWindows1252)
                == [.implausible(at: ByteRange(start, end))])
    }

    @Test("a control-Z at the end of a file, and foreign words in UTF-8, are sound")
    func tolerated() throws {
        #expect(ImplausibleCharacters.find(in: Array("The end.\n\u{1A}".utf8), wasWindows1252: false) == [])
        #expect(ImplausibleCharacters.find(in: Array("¿Dónde? ¬ þ".utf8), wasWindows1252: false) == [])
    }
}
