import Determinations
import Foundation
import Inbox
import LinuxSystem
import Logging
import Synchronization
import Testing

/// An intake at work in an inbox of its own, finishing what it claims; it ends with the test.
final class RunningIntake: Sendable {
    let scratch: Scratch
    let folder: InboxFolder
    let intake: Intake
    private let seen = Mutex<[IntakeEvent]>([])
    private let news = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    private let task = Mutex<Task<Void, any Error>?>(nil)

    /// Starts it; without a watcher it scans ten times a second.
    init(
        _ scratch: Scratch, watcher: String?, scanEvery: Duration? = nil, quietPeriod: Int = 50,
        events given: AsyncStream<WatchEvent>? = nil, ahead: Int64 = 0,
        handler: @escaping @Sendable (IntakeEvent) async throws -> Void = { _ in }
    ) throws {
        self.scratch = scratch
        folder = try InboxFolder(path: scratch.inbox, settings: InboxSettings(quietPeriod: quietPeriod))
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let interval = scanEvery ?? (watcher == nil ? .milliseconds(100) : .seconds(3600))
        intake = Intake(folder: folder, scanInterval: interval, logger: logger) {
            WallClock.nanoseconds + ahead
        }
        let events =
            given ?? watcher.map { InboxWatcher(executable: $0, folder: scratch.inbox, logger: logger).events() }
            ?? AsyncStream { $0.finish() }
        let running = Task { [self] in
            try await intake.run(events: events) { event in
                if case .claimed(let claim) = event { try folder.finish(claim) }
                seen.withLock { $0.append(event) }
                news.continuation.yield()
                try await handler(event)
            }
        }
        task.withLock { $0 = running }
    }

    /// Ends it and waits for its end.
    func stop() async throws {
        let running = task.withLock { $0 }
        running?.cancel()
        try await running?.value
    }

    /// Waits for its end by itself, at most five minutes.
    func finished() async throws {
        let running = task.withLock { $0 }
        let limit = Task {
            try await Task.sleep(for: .seconds(300))
            running?.cancel()
        }
        defer { limit.cancel() }
        try await running?.value
    }

    /// What has come so far.
    var events: [IntakeEvent] { seen.withLock { $0 } }

    /// The names that were claimed, sources before a slash, sorted.
    var names: [String] {
        events.compactMap { event in
            guard case .claimed(let claim) = event else { return nil }
            return (claim.source.map { "\($0)/" } ?? "") + claim.name.description
        }.sorted()
    }

    /// Waits for something to have come; records an issue after five minutes.
    func wait(_ what: String, until isThere: @escaping @Sendable (RunningIntake) -> Bool) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                while !isThere(self), !Task.isCancelled {
                    var iterator = self.news.stream.makeAsyncIterator()
                    _ = await iterator.next()
                }
            }
            group.addTask { try? await Task.sleep(for: .seconds(300)) }
            await group.next()
            group.cancelAll()
        }
        if !isThere(self) {
            Issue.record("no \(what) within five minutes; seen: \(events.count) events, \(names.prefix(5))")
        }
    }

    /// Waits for the watcher's word that it is ready.
    func waitForWatcher(times: Int = 1) async {
        await wait("watcher") { running in
            running.events.count { if case .watcher(isUp: true, _) = $0 { true } else { false } } >= times
        }
    }
}
