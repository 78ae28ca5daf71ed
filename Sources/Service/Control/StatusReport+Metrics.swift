import AuditLog
import Inbox
import LinuxSystem
import Records

extension StatusReport {
    /// All metrics as text for Prometheus; what only matters when somebody asks is looked up now.
    func metrics() -> String {
        let metrics = engine.metrics
        let status = engine.status
        metrics.set("imrd_queue_letters", state.queues())
        metrics.set("imrd_waiting_files", inbox.waiting.count)
        metrics.set("imrd_watcher_up", state.watcher.isUp ? 1 : 0)
        metrics.set("imrd_storage_full", status.isFull ? 1 : 0)
        metrics.set("imrd_register_up", status.hasRegister ? 1 : 0)
        metrics.set("imrd_log_entries", status.entries)
        metrics.set("imrd_log_bytes", (try? AuditReader(folder: settings.locations.log).bytes()) ?? 0)
        let verified = status.lastVerified
        metrics.set(
            "imrd_last_verification_timestamp_seconds",
            (verified["time"]?.text.flatMap { Timestamp.milliseconds($0) } ?? 0) / 1000)
        if let isSound = verified["sound"] {
            metrics.set("imrd_last_verification_sound", isSound == .bool(true) ? 1 : 0)
        }
        metrics.set("imrd_start_timestamp_seconds", state.start / 1000)
        let folders = [
            ("inbox", settings.locations.inbox), ("archive", settings.locations.archive),
            ("log", settings.locations.log),
        ]
        for (label, path) in folders {
            guard let free = try? Descriptor.folder(path).free() else { continue }
            metrics.set("imrd_disk_free_bytes", Int(clamping: free.bytes), [("folder", label)])
            metrics.set("imrd_disk_free_inodes", Int(clamping: free.inodes), [("folder", label)])
        }
        return metrics.registry.text
    }
}
