import Records
import Testing

@testable import AuditLog

@Suite("A line of the log")
struct LoggedEntryTests {
    @Test("tells its event without being read as a whole", arguments: AuditEvent.allCases)
    func event(event: AuditEvent) throws {
        let line = try AuditEntry(event, time: 1_795_243_495_000, fields: []).line(seq: 1_234_567)
        #expect(LoggedEntry(seq: 1_234_567, line: line).event == event)
    }

    @Test("tells its time and its arrival without being read as a whole, whatever else it says")
    func arrival() throws {
        let arrival = TemporaryLog.arrival(1)
        let hostile = "x\",\"arrival\":\"\(TemporaryLog.arrival(2))\",\""
        let fields: [JSON.Member] = [
            .init("name", .string(hostile)), .init("arrival", .string("\(arrival)")), .init("case", .null),
        ]
        let entry = AuditEntry(.filed, actor: hostile, time: 1_795_243_495_000, fields: fields)
        let logged = LoggedEntry(seq: 7, line: try entry.line(seq: 7))
        #expect(logged.arrival == arrival)
        #expect(logged.time == logged.json["time"]?.text)
        #expect(LoggedEntry(seq: 7, line: try AuditEntry(.started, time: 0).line(seq: 7)).arrival == nil)
    }

    @Test("that is cut short tells none")
    func cutShort() {
        #expect(LoggedEntry(seq: 1, line: Array(#"{"seq":1,"time":"2026"#.utf8)).event == nil)
        #expect(LoggedEntry(seq: 1, line: []).event == nil)
    }
}
