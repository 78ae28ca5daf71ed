import Deadlines
import Determinations
import Foundation
import Records
import Register
import Testing

@testable import Review

@Suite("Rows for spreadsheets and calendars")
struct ExportTests {
    @Test(
        "a field of a spreadsheet is quoted, plain and no formula",
        arguments: [
            // Plain.
            ("Norco", "Norco"),
            // A comma; a quotation mark.
            ("a, b", "\"a, b\""), ("say \"a\"", "\"say \"\"a\"\"\""),
            // Formulas.
            ("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'=1"), ("\r=1", "'=1"), (" =1", "'=1"), ("=1,2", "\"'=1,2\""),
            // Lines, control and direction characters.
            ("a\nb", "a b"), ("a\r\nb", "a b"), ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("a\u{202E}b", "a\u{FFFD}b"),
        ])
    func field(text: String, field: String) { #expect(CSVText.line([text]) == field + "\r\n") }

    @Test("an absent field is empty, and a line ends in CR LF")
    func line() { #expect(CSVText.line(["a", nil, "c"]) == "a,,c\r\n") }

    @Test("a calendar is folded at 75 octets between characters, escaped, and ends its lines in CR LF")
    func calendar() throws {
        let row = try InventedDesk.deadline(
            request: "Ünïcödé; a, b \\ c\nBEGIN:VEVENT " + String(repeating: "ä", count: 90))
        let text = CalendarText.head + CalendarText.events([row, row]) + CalendarText.tail
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.last == "")
        #expect(!text.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" })
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == 2)
        let unfolded = text.replacing("\r\n ", with: "")
        #expect(unfolded.contains("SUMMARY:Authorize: Ünïcödé\\; a\\, b \\\\ c BEGIN:VEVENT ää"))
        #expect(unfolded.contains("DTSTART;VALUE=DATE:20261130\r\n"))
        let identifiers = unfolded.components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") }
        #expect(Set(identifiers).count == 1)
        #expect(CalendarText.events([row]) == CalendarText.events([row]))
    }
}
