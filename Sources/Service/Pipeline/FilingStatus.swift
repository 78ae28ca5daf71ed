import AuditLog
import Records

/// How filing stands, for `imrd status`: as it was after the last batch, so that nobody who asks waits for the one that runs.
struct FilingStatus: Sendable {
    /// How many entries the audit log has, and the text of its checkpoint.
    var entries = 0
    var checkpoint = ""
    var lastFiled: JSON = .null
    /// What the log says of the last verification; null when there was none.
    var lastVerified: JSON = .null
    /// Whether filing pauses for want of space.
    var isFull = false
    /// Whether the register can be used.
    var hasRegister = false
}

extension FilingEngine {
    /// How filing stood after the last batch.
    nonisolated var status: FilingStatus { published.value }

    /// Tells how filing stands now.
    func publishStatus() {
        published.value = FilingStatus(
            entries: audit.size, checkpoint: audit.checkpointText, lastFiled: lastFiled, lastVerified: lastVerified,
            isFull: isFull, hasRegister: register != nil)
    }
}
