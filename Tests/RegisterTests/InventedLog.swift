import Determinations
import Foundation
import Records
import Register

/// A register in a folder of its own, and a log and records to fill it from; the folder is removed with its owner.
final class InventedLog {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("imrd-register-" + UUID().uuidString)
    private(set) var entries: [(entry: JSON, record: JSON?)] = []
    private(set) var register: Register

    var path: String { folder.appendingPathComponent("register.sqlite").path }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        register = try Self.open(folder.appendingPathComponent("register.sqlite").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func open(_ path: String) throws -> Register {
        try Register(path: path) { CalendarDate(String($0.prefix(10))) ?? CalendarDate(daysSinceEpoch: 0) }
    }

    /// A register made anew from the same log, in another file.
    func rebuilt() throws -> Register {
        let other = try Self.open(folder.appendingPathComponent(UUID().uuidString).path)
        try other.apply(entries)
        return other
    }

    /// Appends an entry and has the register take it over; returns its number.
    @discardableResult
    func append(
        _ event: String, actor: String = "imrd", _ fields: KeyValuePairs<String, JSON>, record: JSON? = nil
    ) throws -> Int {
        let head: KeyValuePairs<String, JSON> = [
            "seq": .integer(entries.count), "time": .string("2026-11-21T10:00:00.000Z"), "event": .string(event),
            "actor": .string(actor),
        ]
        let members = (Array(head) + Array(fields)).map { JSON.Member($0.key, $0.value) }
        entries.append((.object(members), record))
        try register.apply([entries[entries.count - 1]])
        return entries.count - 1
    }

    static func arrival(_ number: Int) -> String {
        ArrivalIdentifier(milliseconds: 1_795_262_400_000, high: 0, low: UInt64(number)).description
    }

    /// A finding of a record.
    static func finding(_ code: String, _ severity: Severity = .error, item: Int? = nil) -> JSON {
        Finding(
            code: code, name: "name-of-\(code)", severity: severity, message: "Message of \(code).", expected: "one",
            found: "another", item: item, evidence: [Evidence(range: ByteRange(0, 4), line: 1, quote: "Text")]
        ).json
    }

    /// Files a letter; returns its number.
    @discardableResult
    func file(
        case number: String? = nil, day: String = "2026/11/20", text: String? = nil, findings: [JSON] = [],
        items: [(treatment: String, decision: Decision)] = [("MRI of the knee", .upheld)], retrospective: Bool = false
    ) throws -> Int {
        let arrival = Self.arrival(entries.count)
        let path = "\(day)/data/letter-\(entries.count).txt"
        let records = items.enumerated().map { index, item in
            JSON.object([
                "number": .integer(index + 1), "treatment": .string(item.treatment),
                "requestInDispute": .string(item.treatment), "decision": .string(item.decision.rawValue),
                "category": .string("Programs * Programs"), "retrospective": .bool(retrospective),
            ])
        }
        return try append(
            "filed",
            [
                "arrival": .string(arrival), "name": .string("a.txt"), "bytes": .integer(5),
                "sha256": .string("hash-\(entries.count)"), "received": .string("2026-11-21T07:00:00.000Z"),
                "case": .optional(number),
                "decisions": .object([
                    "upheld": .integer(items.count { $0.decision == .upheld }),
                    "overturned": .integer(items.count { $0.decision == .overturned }),
                ]), "path": .string(path),
            ],
            record: .object([
                "arrival": .string(arrival), "path": .string(path),
                "textSha256": .string(text ?? "text-\(entries.count)"), "layout": .string("L4b"),
                "mediaType": .string("text/plain"),
                "determination": .object(["caseNumber": .optional(number), "items": .array(records)]),
                "findings": .array(findings),
            ]))
    }

    /// A reviewer's act on a finding.
    func review(_ act: ReviewAct, _ key: RowKey, reason: String? = nil, comment: String? = nil) throws {
        let arrival = entries[key.letter].entry["arrival"] ?? .null
        try append(
            "reviewed", actor: "ortiz",
            [
                "act": .string(act.rawValue), "arrival": arrival,
                "finding": .object(["number": .integer(key.place), "code": .string("D01"), "item": .null]),
                "reason": .optional(reason), "comment": .optional(comment),
            ])
    }
}
