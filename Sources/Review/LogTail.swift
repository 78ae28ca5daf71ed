import AuditLog
import Determinations
import LinuxSystem
package import Records
import Register

/// The end of the audit log, and what vouches for it.
package struct LogTail: Hashable, Sendable {
    /// The last entries as logged, the newest first.
    package let entries: [JSON]
    /// The text of the newest checkpoint, to keep elsewhere; nil when it cannot be read.
    package let checkpoint: String?
    /// The newest entry `verified`; nil when the log was never verified or the register cannot say.
    package let lastVerified: JSON?
}

extension ReviewDesk {
    /// The end of the audit log.
    /// - Parameter most: How many entries at the most, 1 to 1000.
    package func logTail(most: Int = 50) throws(ReviewFailure) -> LogTail {
        do {
            let entries = try AuditReader(folder: sources.log).tail(count: min(max(most, 1), 1000))
            let text = try Descriptor.folder(sources.log + "/audit").contents(of: FileName("checkpoint"))
            let verified = try? register.read { try $0.lastEvent("verified") }
            return LogTail(
                entries: entries.reversed().map(\.json), checkpoint: text.map { String(decoding: $0, as: UTF8.self) },
                lastVerified: verified.flatMap { try? JSON(reading: $0.utf8) })
        } catch {
            throw ReviewFailure(.notFound, "the audit log cannot be read (\(error)); start the daemon once")
        }
    }
}
