import AuditLog
import Determinations
import Foundation
import Records
import Testing

@Suite("AnomalyLog")
struct AnomalyLogTests {
    let folder: TemporaryLog

    init() throws { folder = try TemporaryLog() }

    private var file: URL { folder.url.appendingPathComponent("anomalies/2026-11.jsonl") }

    private func line(_ number: Int) -> JSON {
        .object(["arrival": .string(TemporaryLog.arrival(number).description), "code": .string("T01")])
    }

    @Test("lines of letters that are not logged are cut off at any byte; the others stay", arguments: [1, 2, 1500])
    func cut(unlogged: Int) throws {
        let log = try AnomalyLog(folder: folder.path)
        try log.append([line(1), line(1)], now: TemporaryLog.noon)
        let kept = try Data(contentsOf: file)
        try log.append((0..<unlogged).map { line($0 + 2) }, now: TemporaryLog.noon)
        let whole = try Data(contentsOf: file)
        for length in stride(from: kept.count, through: whole.count, by: max(1, whole.count / 60)) {
            try whole.prefix(length).write(to: file)
            let cut = try AnomalyLog(folder: folder.path).cutUnlogged { arrivals in
                arrivals.intersection([TemporaryLog.arrival(1)])
            }
            #expect(Int(cut) == length - kept.count)
            #expect(try Data(contentsOf: file) == kept)
        }
    }

    @Test("nothing is cut when all is logged, and everything when nothing is")
    func extremes() throws {
        let log = try AnomalyLog(folder: folder.path)
        try log.append([line(1), line(2)], now: TemporaryLog.noon)
        #expect(try log.cutUnlogged { $0 } == 0)
        #expect(try log.cutUnlogged { _ in [] } > 0)
        #expect(try Data(contentsOf: file).isEmpty)
        #expect(try log.cutUnlogged { _ in [] } == 0)
    }

    @Test("the last lines can be taken back once")
    func takeBack() throws {
        let log = try AnomalyLog(folder: folder.path)
        try log.append([line(1)], now: TemporaryLog.noon)
        let kept = try Data(contentsOf: file)
        try log.append([line(2), line(3)], now: TemporaryLog.noon)
        try log.takeBack()
        try log.takeBack()
        #expect(try Data(contentsOf: file) == kept)
    }
}
