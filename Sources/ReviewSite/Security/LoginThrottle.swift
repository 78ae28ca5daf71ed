import Synchronization

/// Slows down guessing of passwords: after failures the next attempt has to wait, twice as long each time.
///
/// - A name waits from its third failure on, at most a minute: nobody can be locked out for long by others.
/// - A peer waits from its tenth failure on, at most five minutes.
/// - Failures are forgotten after an hour without one. At most 4096 names and peers are kept; the oldest go first.
final class LoginThrottle: Sendable {
    private struct Failures {
        var count = 0
        var last: ContinuousClock.Instant
        let free: Int
        let most: Int

        var wait: Duration { count < free ? .zero : .seconds(min(most, 1 << min(20, count - free + 1))) }
    }

    private static let memory = Duration.seconds(3600)
    private static let capacity = 4096

    private let failures = Mutex<[String: Failures]>([:])

    /// How long the next attempt has to wait; zero when it may be made at once.
    func wait(name: String, peer: String, now: ContinuousClock.Instant) -> Duration {
        failures.withLock { failures in
            keys(name, peer).map { key in
                guard let past = failures[key.text] else { return .zero }
                return max(.zero, past.wait - (now - past.last))
            }.max() ?? .zero
        }
    }

    /// Counts a failure.
    func failed(name: String, peer: String, now: ContinuousClock.Instant) {
        failures.withLock { failures in
            for key in keys(name, peer) {
                makeRoom(&failures, now)
                var past = failures[key.text] ?? Failures(last: now, free: key.free, most: key.most)
                if now - past.last > Self.memory { past.count = 0 }
                past.count += 1
                past.last = now
                failures[key.text] = past
            }
        }
    }

    /// Forgets the failures of a name after its reviewer has logged in; those of the peer stay.
    func succeeded(name: String) { failures.withLock { $0["name " + name] = nil } }

    /// How many names and peers are kept.
    var count: Int { failures.withLock(\.count) }

    private func keys(_ name: String, _ peer: String) -> [(text: String, free: Int, most: Int)] {
        [("name " + name.prefix(64), 3, 60), ("peer " + peer, 10, 300)]
    }

    private func makeRoom(_ failures: inout [String: Failures], _ now: ContinuousClock.Instant) {
        guard failures.count >= Self.capacity else { return }
        failures = failures.filter { now - $0.value.last <= Self.memory }
        while failures.count >= Self.capacity, let oldest = failures.min(by: { $0.value.last < $1.value.last }) {
            failures[oldest.key] = nil
        }
    }
}
