import Determinations
import LinuxSystem

/// A month of the log, which names its file: `2026-11.jsonl`.
struct LogMonth: Hashable, Comparable, Sendable {
    /// The year and month as the file's name has them: `2026-11`.
    let stem: String

    /// The month of a moment, in UTC.
    /// - Parameter milliseconds: Since 1970.
    init(of milliseconds: Int) { stem = String(Timestamp.day(milliseconds).description.prefix(7)) }

    /// The month of a file; nil when the name is not that of a month's lines.
    init?(_ name: FileName) {
        let text = String(decoding: name.bytes, as: UTF8.self)
        guard text.utf8.count == 13, text.hasSuffix(".jsonl"),
            Timestamp.milliseconds(text.prefix(7) + "-01T00:00:00.000Z") != nil
        else { return nil }
        stem = String(text.prefix(7))
    }

    /// The file of the month's lines.
    var file: FileName { FileName(stem + ".jsonl") }

    /// The file of the hashes of the month's lines.
    var hashes: FileName { FileName(stem + ".hashes") }

    static func < (left: LogMonth, right: LogMonth) -> Bool { left.stem < right.stem }

    /// The months that a folder has, the oldest first.
    static func all(in folder: borrowing Descriptor) throws(AuditLogFailure) -> [LogMonth] {
        let names: [FileName]
        do throws(SystemFailure) { names = try folder.names() } catch { throw AuditLogFailure(error) }
        return names.compactMap { LogMonth($0) }.sorted()
    }
}
