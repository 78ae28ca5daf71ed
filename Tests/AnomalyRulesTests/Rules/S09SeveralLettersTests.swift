import AnomalyRules
import Determinations
import TestSupport
import Testing

@Suite("S09 several-letters")
struct S09SeveralLettersTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("one letter") { _ = $0 },
            RuleCase("a sentence that quotes a heading") { $0.summary += " The clinical case summary is above." },
            RuleCase("a second summary", finds: [["CLINICAL CASE SUMMARY", "CLINICAL CASE SUMMARY"]]) {
                $0.summary += "\nCLINICAL CASE SUMMARY\nThe worker fell."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(S09SeveralLetters.self) }

    @Test("each of two joined letters points at both beginnings")
    func joinedLetters() throws {
        let text = InventedLetter().text + InventedLetter { $0["Case Number"] = "CM16-0765432" }.text
        let found = try S09SeveralLetters.check(text: text)
        #expect(found.count == 2)
        for finding in found {
            #expect(
                finding.evidence(in: text) == [
                    "HOW THE IMR FINAL DETERMINATION WAS MADE", "HOW THE IMR FINAL DETERMINATION WAS MADE",
                ])
        }
    }
}
