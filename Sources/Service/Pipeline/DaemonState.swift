import Synchronization

/// What the daemon knows of itself, for `imrd status`.
final class DaemonState: Sendable {
    private struct Values {
        var isWatcherUp = false
        var watcherReason: String?
        var noticedLate = 0
        var queues: @Sendable () -> Int = { 0 }
    }

    private let values = Mutex(Values())
    /// When this run began, in milliseconds since 1970.
    let start = FilingEngine.now

    /// Whether the watcher runs, and why not.
    var watcher: (isUp: Bool, reason: String?) { values.withLock { ($0.isWatcherUp, $0.watcherReason) } }
    /// How many files only the periodic scan found.
    var noticedLateCount: Int { values.withLock { $0.noticedLate } }
    /// Asked for the number of arrivals between the stages.
    var queues: @Sendable () -> Int {
        get { values.withLock { $0.queues } }
        set { values.withLock { $0.queues = newValue } }
    }

    func setWatcher(isUp: Bool, reason: String?) {
        values.withLock {
            $0.isWatcherUp = isUp
            $0.watcherReason = reason
        }
    }

    func noticedLate() { values.withLock { $0.noticedLate += 1 } }
}
