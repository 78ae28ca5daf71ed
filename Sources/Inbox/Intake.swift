import Determinations
import LinuxSystem
package import Logging
import Synchronization
import SystemPackage

/// The loop that claims what is dropped: the watcher's hints, scans, and one timer for what waits.
///
/// It scans when the watcher is ready, when it ends, when it lost events, when a folder appears, on `resume()`, and once in
/// every interval, so that with no watcher at all everything is still found.
package final class Intake: Sendable {
    private let folder: InboxFolder
    private let logger: Logger
    private let now: @Sendable () -> Int64
    private let adjustable: Mutex<Duration>
    private let queue = Mutex(IntakeQueue())
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation

    /// An intake that does not run yet.
    /// - Parameters:
    ///   - folder: The inbox.
    ///   - scanInterval: The longest time between two scans.
    ///   - logger: Told of what waits and is withdrawn, without names.
    ///   - now: The wall clock, nanoseconds since 1970.
    package init(
        folder: InboxFolder, scanInterval: Duration = .seconds(60), logger: Logger,
        now: @escaping @Sendable () -> Int64 = { WallClock.nanoseconds }
    ) {
        self.folder = folder
        adjustable = Mutex(scanInterval)
        self.logger = logger
        self.now = now
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// The longest time between two scans; may change at any time.
    package var scanInterval: Duration {
        get { adjustable.withLock { $0 } }
        set { adjustable.withLock { $0 = newValue } }
    }

    /// Scans soon, for what may be claimed by other settings than before.
    package func lookAgain() {
        queue.withLock { $0.addScan(isPeriodic: false) }
        ring.yield()
    }

    /// Stops claiming; what is dropped stays in the inbox.
    package func pause() { queue.withLock { $0.isPaused = true } }

    /// Goes on claiming, beginning with a scan.
    package func resume() {
        queue.withLock { queue in
            queue.isPaused = false
            queue.addScan(isPeriodic: false)
        }
        ring.yield()
    }

    /// Claims until the task is cancelled; to be called once.
    ///
    /// - Parameters:
    ///   - events: What the watcher tells; an empty stream means that there is none.
    ///   - handler: Gets one event after the other; nothing is claimed while it works.
    /// - Throws: What the handler throws; `InboxFailure.Code.replaced` when the inbox is no longer where it was; failures of
    ///   the system that stop intake (EIO, EROFS). A claim that the handler did not finish is found again by
    ///   `InboxFolder.unfinishedClaims()`.
    package func run(
        events: AsyncStream<WatchEvent>, _ handler: @Sendable (IntakeEvent) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                for await event in events {
                    self.queue.withLock { $0.add(event) }
                    self.ring.yield()
                }
            }
            queue.withLock { $0.addScan(isPeriodic: false) }
            ring.yield()
            var round = Round(nextScan: .now + scanInterval)
            var timer: Task<Void, any Error>?
            defer { timer?.cancel() }
            for await _ in bell {
                try await work(&round, handler)
                timer?.cancel()
                let wake = round.wake(isPaused: queue.withLock { $0.isPaused })
                timer = Task { [ring] in
                    try await Task.sleep(until: wake, clock: .continuous)
                    ring.yield()
                }
            }
        }
    }

    /// What the loop alone knows: identifiers, and when to look again at what waits.
    private struct Round {
        var numbers = ArrivalNumbers()
        var due: [InboxEntry: ContinuousClock.Instant] = [:]
        var nextScan: ContinuousClock.Instant

        /// When to look again: entries that come due close together are taken together, and none while claiming is paused.
        func wake(isPaused: Bool) -> ContinuousClock.Instant {
            guard !isPaused, let first = due.values.min() else { return nextScan }
            return min(nextScan, max(first, .now + .milliseconds(20)))
        }
    }

    private func work(_ round: inout Round, _ handler: (IntakeEvent) async throws -> Void) async throws {
        let interval = scanInterval
        if round.nextScan <= .now {
            round.nextScan = .now + interval
            queue.withLock { $0.addScan(isPeriodic: true) }
        }
        round.nextScan = min(round.nextScan, .now + interval)
        while !Task.isCancelled, let work = queue.withLock({ $0.next() }) {
            switch work {
            case .tell(let isUp, let reason): try await handler(.watcher(isUp: isUp, reason: reason))
            case .overflow: try await handler(.overflow)
            case .claim(let entry, let byRename): try await claim(entry, byRename, &round, handler)
            case .scan(let isPeriodic): try await scan(isPeriodic, &round, handler)
            }
        }
        for (entry, instant) in round.due where instant <= .now && mayClaim {
            try await claim(entry, false, &round, handler)
        }
    }

    private var mayClaim: Bool { !Task.isCancelled && !queue.withLock { $0.isPaused } }

    private func scan(
        _ isPeriodic: Bool, _ round: inout Round, _ handler: (IntakeEvent) async throws -> Void
    ) async throws {
        guard folder.isInPlace else { throw InboxFailure(.replaced, folder.path) }
        for entry in try folder.scan() where mayClaim && round.due[entry] == nil {
            if isPeriodic, isLate(entry) { try await handler(.noticedLate(entry)) }
            try await claim(entry, false, &round, handler)
        }
    }

    /// Whether the watcher should have told of an entry by now: one dropped in the last second may be under way.
    private func isLate(_ entry: InboxEntry) -> Bool {
        guard queue.withLock({ $0.isWatched && !$0.expects(entry) }) else { return false }
        guard let changed = folder.changed(entry) else { return false }
        return now() - changed > 1_000_000_000
    }

    private func claim(
        _ entry: InboxEntry, _ byRename: Bool, _ round: inout Round, _ handler: (IntakeEvent) async throws -> Void
    ) async throws {
        let now = now()
        let identifier = round.numbers.next(milliseconds: UInt64(max(0, now / 1_000_000)))
        let result = Result { () throws(SystemFailure) in
            try folder.claim(entry, arrivedByRename: byRename, identifier: identifier, now: now)
        }
        if case .failure(let failure) = result, failure.errno == .noSpace || failure.errno == .diskQuotaExceeded {
            pause()
            return try await handler(.storageFull(failure))
        }
        let wasWaiting = round.due.removeValue(forKey: entry) != nil
        // Names of files are the sender's: what ends the daemon goes to the journal without them.
        switch try result.mapError({ SystemFailure($0.operation, folder.path, $0.errno) }).get() {
        case .claimed(let claim): try await handler(.claimed(claim))
        case .refused(let refusal): try await handler(.refused(refusal))
        case .waiting(let reason, let delay):
            round.due[entry] = .now + .milliseconds(delay)
            if !wasWaiting { logger.debug("a file waits", metadata: ["why": "\(reason.rawValue)"]) }
        case .withdrawn:
            if wasWaiting { logger.info("a file that waited was taken away by its sender") }
        case .ignored: break
        }
    }
}
