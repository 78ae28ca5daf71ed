import Inbox

/// The queues between the stages: what is claimed waits to be read, what is read waits to be filed.
struct Stages: Sendable {
    /// How many arrivals may wait before each stage.
    static let capacity = 128
    /// How many bytes they may hold together: a burst of huge files must not fill the memory, now or in recovery.
    private static let mostBytes = 32 << 20

    let claimed = BatchQueue<Claim>(capacity: capacity, mostBytes: mostBytes) { $0.bytes.count }
    let assessed = BatchQueue<AssessedArrival>(capacity: capacity, mostBytes: mostBytes) { $0.bytes }

    /// How many arrivals wait in both.
    var count: Int { claimed.count + assessed.count }

    /// Takes nothing more in; what is there is still worked on.
    func finish() {
        claimed.finish()
        assessed.finish()
    }
}
