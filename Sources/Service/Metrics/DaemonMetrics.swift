import AuditLog
import CoreMetrics
import Inbox
import Metrics

/// What the daemon counts and measures; the names are a contract with whoever watches it.
struct DaemonMetrics: Sendable {
    /// Where the values are kept.
    let registry = PrometheusRegistry(help: Self.help)
    private let latency: Timer
    private let archiveTime: Timer
    private let logTime: Timer

    /// What each metric means.
    static let help = [
        "imrd_events_total": "Entries of the audit log since the start of the daemon, by event.",
        "imrd_findings_total": "Findings above info in letters filed since the start, by code.",
        "imrd_latency_seconds": "Time from the claim of a file to its entry in the audit log on disk.",
        "imrd_sync_seconds": "Time to write and sync a batch, in the archive and in the audit log.",
        "imrd_queue_letters": "Claimed letters that wait to be read or filed.",
        "imrd_waiting_files": "Files in the inbox that cannot be claimed yet.",
        "imrd_watcher_up": "Whether imrd-watch runs; 0 means that only the periodic scan finds files.",
        "imrd_storage_full": "Whether claiming pauses for want of space.",
        "imrd_register_up": "Whether the register can be used; filing goes on without it.",
        "imrd_log_entries": "Entries in the audit log.",
        "imrd_log_bytes": "Size of the audit log's lines.",
        "imrd_disk_free_bytes": "Space left for imrd, by folder.",
        "imrd_disk_free_inodes": "Files that can still be made, by folder.",
        "imrd_last_verification_timestamp_seconds": "When the log was last verified; 0 when it never was.",
        "imrd_last_verification_sound": "Whether it found nothing wrong; missing when it never was.",
        "imrd_start_timestamp_seconds": "When the daemon started.",
        "imrd_info": "Always 1; the label is the version.",
    ]

    init() {
        latency = Timer(label: "imrd_latency_seconds", factory: registry)
        archiveTime = Timer(label: "imrd_sync_seconds", dimensions: [("of", "archive")], factory: registry)
        logTime = Timer(label: "imrd_sync_seconds", dimensions: [("of", "log")], factory: registry)
        for event in AuditEvent.allCases { count(event, 0) }
        set("imrd_info", 1, [("version", Version.current)])
    }

    /// Counts entries of the audit log.
    func count(_ event: AuditEvent, _ number: Int = 1) {
        Counter(label: "imrd_events_total", dimensions: [("event", event.rawValue)], factory: registry)
            .increment(by: number)
    }

    /// Counts how an arrival ended.
    func count(_ outcome: BatchWork.Outcome, now: Int) {
        count(outcome.entry.event)
        for code in outcome.codes {
            Counter(label: "imrd_findings_total", dimensions: [("code", code)], factory: registry).increment()
        }
        // A clock that was set back has no latency to tell.
        if case .claim(let claim) = outcome.arrival {
            latency.recordMilliseconds(max(0, now - Int(claim.received)))
        }
    }

    /// Measures how long a batch takes in the archive.
    func measuringArchive<Failure: Error, Result>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
        try Self.measure(archiveTime, work)
    }

    /// Measures how long a batch takes in the audit log.
    func measuringLog<Failure: Error, Result>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
        try Self.measure(logTime, work)
    }

    private static func measure<Failure: Error, Result>(
        _ timer: Timer, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = ContinuousClock.now
        defer { timer.record(duration: ContinuousClock.now - start) }
        return try work()
    }

    /// Sets what is looked up when it is asked for.
    func set(_ name: String, _ value: Int, _ labels: [(String, String)] = []) {
        Meter(label: name, dimensions: labels, factory: registry).set(value)
    }
}
