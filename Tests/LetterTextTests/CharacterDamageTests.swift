import Determinations
import Testing

@testable import LetterText

@Suite("Damaged characters")
struct CharacterDamageTests {
    private func damage(in text: String) -> [TextDamage] {
        CharacterDamage.find(in: Array(text.utf8), undecodable: [])
    }

    @Test(
        "UTF-8 read as Windows-1252 and saved again is found, once for each run",
        arguments: [
            ("patientâ€™s", 7, 15),  // right quotation mark
            ("45Â° flexion", 2, 6),  // degree sign
            ("JosÃ© was", 3, 7),  // e acute
            ("10â€“12", 2, 10),  // en dash
            ("end â€ next", 4, 9),  // right double quotation mark, its third byte lost
            ("ï»¿Case", 0, 6),  // byte order mark
            ("oï¬‚oxacin", 1, 8),  // ligature fl
            ("ðŸ˜€", 0, 9),  // pictograph
            ("itâ\u{80}\u{99}s", 2, 8),  // read as Latin-1
            ("it\u{92}s", 2, 4),  // a Windows-1252 quotation mark read as Latin-1
            ("Ã¢â‚¬â„¢", 0, 18),  // twice wrong: one run
        ])
    func mojibake(text: String, start: Int, end: Int) {
        #expect(damage(in: text) == [.mojibake(at: ByteRange(start, end))])
    }

    @Test("U+FFFD in a file is told apart from one that our decoder put in")
    func replacementCharacters() {
        let bytes = Array("a\u{FFFD}\u{FFFD}b\u{FFFD}".utf8)
        #expect(
            CharacterDamage.find(in: bytes, undecodable: [ByteRange(8, 11)])
                == [.undecodable(at: ByteRange(8, 11)), .replacementCharacter(at: ByteRange(1, 7))])
    }

    @Test("At most a hundred places of a kind are told")
    func bounded() {
        #expect(damage(in: String(repeating: "Â° ", count: 1_000)).count == TextDamage.placesKept)
    }

    @Test("Every character that is not ASCII becomes mojibake that is found, when it is read as Windows-1252")
    func everyUsualCharacter() {
        for character in "°®×–—‘’“”•…©±µ½éñüçöÉÑ™€" {
            let misread = String(decoding: Windows1252.decode(Array(String(character).utf8)).bytes, as: UTF8.self)
            #expect(!damage(in: "a" + misread + " b").isEmpty, "\(character) became \(misread)")
        }
    }
}
