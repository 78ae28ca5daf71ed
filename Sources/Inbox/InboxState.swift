import Determinations
import LinuxSystem

/// What is remembered about entries that wait, and which arrivals are in flight.
struct InboxState {
    /// What was last seen of an entry that waits.
    struct Observation {
        /// Why it waits.
        var reason = WaitingReason.quietPeriod
        /// Since when it waits, in milliseconds since 1970.
        let since: Int64
        /// How often it was refused to us.
        var failures = 0
        /// What it looked like.
        var status: FileStatus?
        /// Since when it has looked like that.
        var unchangedSince = ContinuousClock.now
        /// The inode that we ourselves moved back under this name, which proves nothing.
        var putBack: UInt64?
    }

    var observations: [InboxEntry: Observation] = [:]
    var inFlight: Set<ArrivalIdentifier> = []
    /// What the last scan could not use: sources without permission, folders in folders.
    var unusable: [WaitingEntry] = []

    /// For how many milliseconds an entry has been unchanged; begins to count where it was not known or has changed.
    mutating func unchanged(_ entry: InboxEntry, _ status: FileStatus, now: Int64) -> Int {
        let age = now - status.changed
        var observation = observations[entry] ?? Observation(since: now / 1_000_000)
        if let last = observation.status, last.inode == status.inode, last.size == status.size,
            last.modified == status.modified, last.changed == status.changed
        {
            let seen = ContinuousClock.now - observation.unchangedSince
            return max(Int(age / 1_000_000), Int(seen / .milliseconds(1)))
        }
        observation.status = status
        observation.unchangedSince = .now
        observations[entry] = observation
        return max(0, Int(age / 1_000_000))
    }

    /// Notes why an entry waits; returns how often in a row it failed for a reason of the system's.
    mutating func wait(_ entry: InboxEntry, _ reason: WaitingReason, now: Int64, failed: Bool = false) -> Int {
        var observation = observations[entry] ?? Observation(since: now / 1_000_000)
        observation.reason = reason
        observation.failures = failed ? observation.failures + 1 : 0
        observations[entry] = observation
        return observation.failures
    }
}
