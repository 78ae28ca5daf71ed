import Determinations
import LetterText
import Testing

@testable import Service

@Suite("Why the text of a file could not be had")
struct HeldFindingTests {
    @Test(
        "is a finding that holds the file and says how to go on",
        arguments: [
            // A scan, and one in which OCR found nothing.
            (TextFailure.noTextLayer, "X07", "OCR"),
            (.scanNotRead(reason: "no word"), "X07", "look at the file by hand"),
            // A PDF that was cut off.
            (.notReadable(reason: "no trailer"), "T06", "ask the sender"),
            // No PDF and no text.
            (.notText(reason: "a ZIP archive"), "S08", "ask the sender for a PDF"),
            // Nothing at all.
            (.empty, "S08", "ask the sender"),
            // A password.
            (.encrypted, "S08", "without"),
        ])
    func holds(failure: TextFailure, code: String, remedy: String) {
        let finding = HeldFinding.finding(for: failure)
        #expect(finding.severity == .held)
        #expect(finding.code == code)
        #expect(finding.message.contains(remedy))
    }
}
