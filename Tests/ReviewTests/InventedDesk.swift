import Deadlines
import Determinations
import Foundation
import Records
import Register
import Testing

@testable import Review

/// A review desk over a folder of its own, with a register filled by hand; today is Monday, 2026-11-23.
final class InventedDesk {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("imrd-review-" + UUID().uuidString)
    let register: Register
    let desk: ReviewDesk
    private var count = 0

    var path: String { folder.appendingPathComponent("register.sqlite").path }

    init() throws {
        let data = folder.appendingPathComponent("archive/2026/11/20/data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("register.sqlite").path
        register = try Self.open(path)
        desk = ReviewDesk(
            sources: ReviewSources(
                register: path, archive: folder.appendingPathComponent("archive").path,
                log: folder.appendingPathComponent("log").path, counting: DeadlineCounting(),
                day: { _ in CalendarDate("2026-11-23") ?? CalendarDate(daysSinceEpoch: 0) }, now: { 0 },
                ask: { _, _, _ in nil }))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func open(_ path: String) throws -> Register {
        try Register(path: path) { _ in CalendarDate(daysSinceEpoch: 0) }
    }

    /// Files a letter with items that are all overturned; its text stands in the archive.
    @discardableResult
    func file(
        case number: String = "CM16-0000001", receipt: String = "2026-11-20", text: String = "Text of a letter.",
        requests: [String] = ["MRI of the knee"], isRetrospective: Bool = false, findings: [Finding] = []
    ) throws -> Int {
        let name = "letter-\(count).txt"
        try Data(text.utf8).write(to: folder.appendingPathComponent("archive/2026/11/20/data/\(name)"))
        let arrival = ArrivalIdentifier(milliseconds: 0, high: 0, low: UInt64(count)).description
        let items = requests.enumerated().map { index, request in
            JSON.object([
                "number": .integer(index + 1), "treatment": .string(request), "requestInDispute": .string(request),
                "decision": .string("overturned"), "category": .string("Programs * Programs"),
                "retrospective": .bool(isRetrospective),
            ])
        }
        let entry = JSON.object([
            "seq": .integer(count), "time": .string("2026-11-20T10:00:00.000Z"), "event": .string("filed"),
            "actor": .string("imrd"), "arrival": .string(arrival), "name": .string("a.txt"), "bytes": .integer(5),
            "sha256": .string("hash-\(count)"), "received": .string("2026-11-20T10:00:00.000Z"),
            "case": .string(number),
            "decisions": .object(["upheld": .integer(0), "overturned": .integer(items.count)]),
            "path": .string("2026/11/20/data/\(name)"),
        ])
        let record = JSON.object([
            "textSha256": .string("text-\(count)"),
            "determination": .object(["caseNumber": .string(number), "items": .array(items)]),
            "findings": .array(findings.map(\.json)),
        ])
        let correction = JSON.object([
            "seq": .integer(count + 1), "time": .string("2026-11-20T10:00:00.000Z"), "event": .string("reviewed"),
            "actor": .string("ortiz"), "act": .string("receipt"), "arrival": .string(arrival),
            "receivedOn": .string(receipt),
        ])
        try register.apply([(entry, record), (correction, nil)])
        count += 2
        return count - 2
    }

    /// A deadline of an item with some request.
    static func deadline(request: String) throws -> DeadlineRow {
        let desk = try InventedDesk()
        try desk.file(requests: [request])
        return try #require(try desk.desk.deadlines().rows.first)
    }
}
