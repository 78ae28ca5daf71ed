import AuditLog
import Foundation
import Records
import Testing

@testable import Service

@Suite("What was filed, asked of the log alone")
struct LoggedHashesTests {
    @Test("knows the letters filed so far, also those logged since it was asked last, and nothing else")
    func known() throws {
        let state = try RunningDaemon()
        let folder = state.path + "/log"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let log = try AuditLog.open(folder: folder, now: 0)
        func hash(_ digit: Character) -> String { String(repeating: digit, count: 64) }
        func append(_ event: AuditEvent, _ digit: Character) throws {
            _ = try log.append([AuditEntry(event, time: 1, fields: [JSON.Member("sha256", .string(hash(digit)))])])
        }
        var hashes = LoggedHashes()
        try hashes.advance(with: log.reader)
        #expect(!hashes.mayContain(hash("a")))
        try append(.filed, "a")
        try append(.held, "b")
        try hashes.advance(with: log.reader)
        #expect(hashes.mayContain(hash("a")))
        #expect(!hashes.mayContain(hash("b")))
        try append(.filed, "c")
        #expect(!hashes.mayContain(hash("c")))
        try hashes.advance(with: log.reader)
        #expect(["a", "b", "c"].map { hashes.mayContain(hash($0)) } == [true, false, true])
    }
}
