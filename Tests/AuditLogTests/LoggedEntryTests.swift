import Testing

@testable import AuditLog

@Suite("A line of the log")
struct LoggedEntryTests {
    @Test("tells its event without being read as a whole", arguments: AuditEvent.allCases)
    func event(event: AuditEvent) throws {
        let line = try AuditEntry(event, time: 1_795_243_495_000, fields: []).line(seq: 1_234_567)
        #expect(LoggedEntry(seq: 1_234_567, line: line).event == event)
    }

    @Test("that is cut short tells none")
    func cutShort() {
        #expect(LoggedEntry(seq: 1, line: Array(#"{"seq":1,"time":"2026"#.utf8)).event == nil)
        #expect(LoggedEntry(seq: 1, line: []).event == nil)
    }
}
