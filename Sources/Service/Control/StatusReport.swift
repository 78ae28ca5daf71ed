import AuditLog
import Determinations
import Foundation
import Inbox
import LinuxSystem
import Records
import Register

/// What the daemon says of itself.
struct StatusReport: Sendable {
    let current: Current<Settings>
    let inbox: InboxFolder
    let engine: FilingEngine
    let state: DaemonState

    var settings: Settings { current.value }

    func json() -> JSON {
        let watcher = state.watcher
        let status = engine.status
        // A look of its own: the filing thread may be in the middle of a batch.
        let counts = status.hasRegister ? (try? Register(reading: settings.locations.register))?.shownCounts : nil
        return .object([
            "running": .bool(true), "version": .string(Version.current),
            "since": .string(Timestamp.text(state.start)), "inbox": .string(settings.locations.inbox),
            "filesystem": .string(inbox.filesystem.name), "notice": .string(notice),
            "watcher": .object(["up": .bool(watcher.isUp), "reason": .optional(watcher.reason)]),
            "waiting": .array(inbox.waiting.map(waiting)), "queue": .integer(state.queues()),
            "noticedLate": .integer(state.noticedLateCount), "filed": counts?["filed"] ?? .null,
            "duplicates": counts?["duplicates"] ?? .null, "held": counts?["held"] ?? .null,
            "lastFiled": status.lastFiled, "lastVerified": status.lastVerified,
            "log": .object(["entries": .integer(status.entries), "checkpoint": .string(status.checkpoint)]),
            "disk": StatusReport.disk(settings.locations),
        ])
    }

    /// How files are found: by events, or by looking from time to time.
    private var notice: String {
        settings.watches && state.watcher.isUp && inbox.filesystem.tellsEverything
            ? "events" : "polling every \(settings.scanInterval) s"
    }

    private func waiting(_ waiting: WaitingEntry) -> JSON {
        .object([
            "name": .string(waiting.entry.name.description), "source": .optional(waiting.entry.source?.description),
            "why": .string(waiting.reason.rawValue), "since": .string(Timestamp.text(Int(waiting.since))),
        ])
    }

    /// The space left for the archive.
    static func disk(_ locations: Locations) -> JSON {
        guard let folder = try? Descriptor.folder(locations.archive), let free = try? folder.free() else {
            return .null
        }
        return .object([
            "archiveFreeBytes": .integer(Int(clamping: free.bytes)),
            "archiveFreeInodes": .integer(Int(clamping: free.inodes)),
        ])
    }
}

extension FilingEngine {
    /// How many entries the audit log has.
    var entryCount: Int { audit.size }

    /// Reads the audit log beside this writer.
    var reader: AuditReader { audit.reader }

    /// The checkpoint as it stands in the journal, where a record has one line: its own line breaks are written `\\n`.
    var printedCheckpoint: String {
        audit.checkpointText.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
    }
}

extension Register {
    /// How many arrivals ended how, as the status has it; nil when the register cannot be used.
    var shownCounts: JSON? {
        guard let counts = try? counts() else { return nil }
        return .object([
            "filed": .integer(counts["filed"] ?? 0), "duplicates": .integer(counts["duplicate"] ?? 0),
            "held": .integer(counts["held"] ?? 0),
        ])
    }
}
