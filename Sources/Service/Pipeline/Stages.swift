import Archive
import Inbox

/// The queues between the stages: what is claimed waits to be read, what is read waits to be filed.
struct Stages: Sendable {
    /// How many arrivals may wait before each stage.
    static let capacity = 2 * Archive.largestBatch
    /// How many bytes they may hold together: a burst of huge files must not fill the memory, now or in recovery.
    private static let mostBytes = 32 << 20

    let claimed = BatchQueue<Claim>(capacity: capacity, mostBytes: mostBytes) { $0.bytes.count }
    let assessed = BatchQueue<AssessedArrival>(capacity: capacity, mostBytes: mostBytes) { $0.bytes }

    /// How many arrivals wait in both.
    var count: Int { claimed.count + assessed.count }

    /// The arrivals that are filed together: while more wait to be read they are given 20 ms, because what is filed together shares
    /// its syncs; a lone letter never waits.
    /// - Returns: nil at the end.
    func nextBatch() async -> [AssessedArrival]? {
        if claimed.count > 0, assessed.count < Archive.largestBatch { try? await Task.sleep(for: .milliseconds(20)) }
        return await assessed.take(upTo: Archive.largestBatch)
    }

    /// Takes nothing more in; what is there is still worked on.
    func finish() {
        claimed.finish()
        assessed.finish()
    }
}
