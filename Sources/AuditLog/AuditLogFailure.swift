package import LinuxSystem
import SystemPackage

/// Why the log cannot be opened, read or written. Each is one line: what failed, where, how to mend it.
package enum AuditLogFailure: Error, CustomStringConvertible {
    /// There is no space; nothing was written, and the log is as it was. Free space, then append again.
    case storageFull(SystemFailure)
    /// An entry's line is longer than 64 KiB; nothing was written.
    case entryTooLong(event: AuditEvent, bytes: Int)
    /// The log is not as it was written; `line` counts from 1 and is nil where the whole file is meant.
    case damaged(file: String, line: Int?, what: String)
    /// The private key cannot be used.
    case badKey(file: String, what: String)
    /// A system call failed; what was being written must be counted as not written, and the process must start again.
    case system(SystemFailure)
    /// An earlier failure left the log in doubt; it takes no entries until the process starts again.
    case inDoubt(after: String)

    /// The failure of a system call; lack of space and of quota are told from the rest.
    package init(_ failure: SystemFailure) {
        self =
            failure.errno == .noSpace || failure.errno == .diskQuotaExceeded ? .storageFull(failure) : .system(failure)
    }

    /// Whether this is lack of space, which passes.
    package var isStorageFull: Bool {
        if case .storageFull = self { true } else { false }
    }

    /// One line.
    package var description: String {
        switch self {
        case .storageFull(let failure): "the audit log has no space: \(failure); free some space on its filesystem"
        case .entryTooLong(let event, let bytes):
            "the entry \"\(event.rawValue)\" has \(bytes) bytes, more than \(AuditEntry.longestLine); shorten its text"
        case .damaged(let file, let line, let what):
            "the audit log is damaged: \(file)\(line.map { ", line \($0)" } ?? ""): \(what); "
                + "run \"imrd verify\", then restore the log folder from a backup"
        case .badKey(let file, let what):
            "the signing key \(file) cannot be used: \(what); restore it, or remove it to have a new one made"
        case .system(let failure): "the audit log cannot go on: \(failure); start again after the cause is removed"
        case .inDoubt(let cause): "the audit log takes no entries after an earlier failure (\(cause)); start again"
        }
    }
}

/// Runs system calls of the log and turns their failures into the log's own.
func logging<Result: ~Copyable>(_ body: () throws(SystemFailure) -> Result) throws(AuditLogFailure) -> Result {
    do throws(SystemFailure) { return try body() } catch { throw AuditLogFailure(error) }
}
