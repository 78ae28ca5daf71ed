import Testing

@testable import LetterText

@Suite("Poppler's messages")
struct PopplerMessagesTests {
    @Test(
        "Errors count as damage, remarks do not",
        arguments: [
            ("Syntax Error: Couldn't read xref table", true),  // structure lost
            ("Syntax Warning: May not be a PDF file (continuing anyway)", true),  // the header is not where it belongs
            ("Internal Error: xref num 7 not found but needed", true),  // an object lost
            ("Syntax Warning: Bad color space", false),  // looks only
            ("Syntax Error (9): Bad color space (fill)", false),  // looks only, though poppler calls it an error
            ("Config Error: No display font", false),  // about the machine
            ("Unimplemented Feature: Movie", false),  // no text in it
        ])
    func classified(line: String, isDamage: Bool) {
        #expect(PopplerMessages(Array(line.utf8)).errors.isEmpty == !isDamage)
    }

    @Test("What poppler quotes from the page is left out, and each message is told once")
    func redacted() {
        let lines = "Syntax Error (295): Unknown operator 'Smith'\nSyntax Error (303): Unknown operator 'Jones'\n"
        #expect(PopplerMessages(Array(lines.utf8)).errors == ["Syntax Error: Unknown operator ''"])
    }
}
