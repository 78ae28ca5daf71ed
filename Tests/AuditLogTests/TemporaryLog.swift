import AuditLog
import Determinations
import Foundation
import Records

/// A log folder of its own for a test, removed with its owner.
final class TemporaryLog {
    /// 2026-11-21, noon.
    static let noon = 1_795_262_400_000

    let url: URL
    var path: String { url.path }
    var audit: URL { url.appendingPathComponent("audit") }

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("imrd-audit-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func open(now: Int = noon) throws -> AuditLog { try AuditLog.open(folder: path, now: now) }

    /// Opens the log and appends that many filed entries, in groups of three.
    @discardableResult
    func fill(_ count: Int, now: Int = noon) throws -> AuditLog {
        let log = try open(now: now)
        for start in stride(from: 0, to: count, by: 3) {
            _ = try log.append((start..<min(start + 3, count)).map { Self.filed(log.size + $0 - start, at: now) })
        }
        return log
    }

    static func arrival(_ number: Int, at time: Int = noon) -> ArrivalIdentifier {
        ArrivalIdentifier(milliseconds: UInt64(time), high: 0, low: UInt64(number))
    }

    static func filed(_ number: Int, at time: Int = noon, event: AuditEvent = .filed) -> AuditEntry {
        AuditEntry(
            event, time: time,
            fields: [
                JSON.Member("arrival", .string(arrival(number, at: time).description)),
                JSON.Member("sha256", .string(String(repeating: "0", count: 64))),
            ])
    }

    func data(_ name: String) throws -> Data { try Data(contentsOf: audit.appendingPathComponent(name)) }
    func write(_ data: Data, _ name: String) throws { try data.write(to: audit.appendingPathComponent(name)) }
    func remove(_ name: String) throws { try FileManager.default.removeItem(at: audit.appendingPathComponent(name)) }
    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: audit.appendingPathComponent(name).path) }

    func publicKey() throws -> String { String(decoding: try data("key.pub"), as: UTF8.self) }
    func verdicts() throws -> [Verdict] {
        try AuditVerifier.verify(folder: path, publicKey: publicKey()).verdicts
    }
}
