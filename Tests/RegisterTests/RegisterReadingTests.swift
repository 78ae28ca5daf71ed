import Foundation
import Testing

@testable import Register

@Suite("A register that others read")
struct RegisterReadingTests {
    let log: InventedLog

    init() throws {
        log = try InventedLog()
        try log.file(findings: [InventedLog.finding("D01")])
    }

    private func hasWriteAheadLog() -> Bool { FileManager.default.fileExists(atPath: log.path + "-wal") }

    @Test("one that was closed is a single file, which can be read where nothing can be written")
    func closed() throws {
        #expect(hasWriteAheadLog())
        try log.register.close()
        #expect(!hasWriteAheadLog())
        let header = try #require(try FileHandle(forReadingFrom: URL(fileURLWithPath: log.path)).read(upToCount: 20))
        // Bytes 18 and 19 are 2 in a file that needs a write-ahead log. Source: SQLite file format, 1.3.3.
        #expect(header[18] == 1 && header[19] == 1)
        #expect(try Register(reading: log.path).findings(of: 0).count == 1)
    }

    @Test("one that is closed while somebody reads it stays readable for them")
    func read() throws {
        let reader = try Register(reading: log.path)
        #expect(try reader.findings(of: 0).count == 1)
        try log.register.close()
        #expect(try reader.findings(of: 0).count == 1)
    }
}
