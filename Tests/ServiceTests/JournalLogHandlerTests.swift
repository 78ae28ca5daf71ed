import Logging
import Testing

@testable import Service

@Suite("Lines for the journal")
struct JournalLogHandlerTests {
    @Test("each piece of metadata is a field, a list one field for each element")
    func fields() {
        let text = JournalLogHandler(identifier: "imrd").text(
            .info, "filed", ["arrival": "01J", "case": "CM16-9999901", "code": .array(["D01", "D03"])])
        #expect(
            text == """
                MESSAGE=filed arrival=01J case=CM16-9999901 code=D01,D03
                PRIORITY=6
                SYSLOG_IDENTIFIER=imrd
                IMRD_ARRIVAL=01J
                IMRD_CASE=CM16-9999901
                IMRD_CODE=D01
                IMRD_CODE=D03

                """)
    }

    @Test("a value cannot add a field: its newlines are replaced")
    func newline() {
        let text = JournalLogHandler(identifier: "imrd").text(.error, "failed", ["again-in": "1\nPRIORITY=0"])
        #expect(text.split(separator: "\n").filter { $0.hasPrefix("PRIORITY=") } == ["PRIORITY=3"])
        #expect(text.contains("IMRD_AGAIN_IN=1"))
    }
}
