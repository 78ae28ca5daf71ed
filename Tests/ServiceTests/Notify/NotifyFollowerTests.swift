import AuditLog
import Foundation
import Logging
import Records
import Synchronization
import Testing

@testable import Service

@Suite("Following the audit log")
struct NotifyFollowerTests {
    /// A log of its own that is removed at the end.
    final class Log {
        let settings: Settings
        private let root: String
        private var log: AuditLog
        /// When the last entry was logged.
        private(set) var now = 1_795_243_495_000

        init() throws {
            root = NSTemporaryDirectory() + "/imrd-notify-" + UUID().uuidString
            var settings = Settings(locations: .below(root: root))
            settings.notify.digestMinute = 24 * 60
            try FileManager.default.createDirectory(
                atPath: settings.locations.log, withIntermediateDirectories: true)
            log = try AuditLog.open(folder: settings.locations.log, now: 0)
            self.settings = settings
        }

        func add(_ events: AuditEvent...) throws {
            now += 1000
            _ = try log.append(events.map { AuditEntry($0, time: now, fields: []) })
        }

        /// Copies the log to a backup.
        func backUp() throws {
            try FileManager.default.copyItem(atPath: settings.locations.log, toPath: root + "/backup")
        }

        /// Puts the backup where the log was.
        func restore() throws {
            try FileManager.default.removeItem(atPath: settings.locations.log)
            try FileManager.default.moveItem(atPath: root + "/backup", toPath: settings.locations.log)
            log = try AuditLog.open(folder: settings.locations.log, now: now)
        }

        /// A place before the first line.
        static var start: NotifyPlace { NotifyPlace(seq: 0, time: "", digestDay: "2026-11-21") }

        func reader(digestMinute: Int? = nil) throws -> NotifyReader {
            var settings = settings
            if let digestMinute { settings.notify.digestMinute = digestMinute }
            return NotifyReader(settings: settings, calendar: try #require(ReceiptCalendar(timeZone: "UTC")))
        }

        deinit { try? FileManager.default.removeItem(atPath: root) }
    }

    /// Fails some times, then takes what it is told.
    final class Recorder: NotifyTarget {
        let name = "recorder"
        private let state: Mutex<(failures: Int, told: [String])>
        let stream: AsyncStream<String>
        private let heard: AsyncStream<String>.Continuation

        init(failures: Int) {
            state = Mutex((failures, []))
            (stream, heard) = AsyncStream.makeStream()
        }

        func tell(_ message: NotifyMessage) async throws {
            let fails = state.withLock { state in
                state.failures -= 1
                return state.failures >= 0
            }
            if fails { throw ProgramFailure(description: "not now") }
            heard.yield(message.id)
        }
    }

    static let noon = 1_795_262_400_000

    @Test("tells what is ready together at once, and nothing twice")
    func next() throws {
        let log = try Log()
        try log.add(.started, .storageFull, .storageOK, .overflow)
        let reader = try log.reader()
        let place = Log.start
        let step = try #require(try reader.next(after: place, now: Self.noon))
        #expect(step.message?.id == "imrd-1-3-2026-11-21T06:44:56.000Z")
        #expect(step.place.seq == 4)
        #expect(try reader.next(after: step.place, now: Self.noon) == nil)
        try log.add(.started)
        let quiet = try #require(try reader.next(after: step.place, now: Self.noon))
        #expect(quiet.message == nil)
        #expect(quiet.place.seq == 5)
    }

    @Test("says once a day what happened since the last time, with the checkpoint")
    func digest() throws {
        let log = try Log()
        try log.add(.started, .overflow)
        let reader = try log.reader(digestMinute: 7 * 60)
        var place = Log.start
        place = try #require(try reader.next(after: place, now: Self.noon)).place
        #expect(try reader.next(after: place, now: Self.noon) == nil, "the digest of this day was told")
        let early = Self.noon + 12 * 3_600_000 + 1
        #expect(try reader.next(after: place, now: early) == nil, "it is not time yet")
        let step = try #require(try reader.next(after: place, now: early + 7 * 3_600_000))
        #expect(step.message?.id == "imrd-digest-2026-11-22")
        #expect(step.message?.json["digest"]?["overflow"]?.integer == 1)
        #expect(step.message?.json["checkpoint"]?.text == reader.checkpoint)
        #expect(step.place.digest == Digest())
        #expect(try reader.next(after: step.place, now: early + 8 * 3_600_000) == nil)
    }

    @Test(
        "in an older log from a backup it goes on behind what was told of, and loses nothing that came since",
        arguments: [
            // Nothing was logged since.
            0,
            // Less than what had been told of, as much, and more.
            1, 2, 3,
        ])
    func restored(since: Int) throws {
        let log = try Log()
        try log.add(.started)
        try log.backUp()
        try log.add(.storageFull)
        try log.add(.storageFull)
        let reader = try log.reader()
        let told = try #require(try reader.next(after: Log.start, now: Self.noon))
        #expect(told.place.seq == 3)
        try log.restore()
        for _ in 0..<since { try log.add(.overflow) }
        // As many lines as were told of: it is seen with the next one.
        if since == 2 {
            #expect(try reader.next(after: told.place, now: Self.noon) == nil)
            try log.add(.overflow)
        }
        let first = try #require(try reader.next(after: told.place, now: Self.noon))
        #expect(first.isLogReplaced)
        #expect(first.message?.json["notices"]?.elements.first?["event"]?.text == "log-replaced")
        #expect(first.place.seq == 1)
        let second = try reader.next(after: first.place, now: Self.noon)
        let notices = second?.message?.json["notices"]?.elements ?? []
        #expect(notices.map { $0["event"]?.text } == Array(repeating: "overflow", count: since == 2 ? 3 : since))
        // Its numbers were told before, but whoever drops what comes twice sees that it is new.
        #expect(second?.message?.id != told.message?.id)
        #expect(second.map { $0.isLogReplaced } != true)
    }

    @Test("while a backup is put back it waits")
    func halfRestored() throws {
        let log = try Log()
        try log.add(.started)
        try log.add(.storageFull)
        let reader = try log.reader()
        let place = NotifyPlace(seq: 9, time: "2026-11-21T12:00:00.000Z", digestDay: "2026-11-21")
        let folder = log.settings.locations.log + "/audit/"
        let month = try #require(
            FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".jsonl") })
        let line = try Data(contentsOf: URL(filePath: folder + month)).prefix { $0 != 0x0A } + [0x0A]
        // The checkpoint stands there before the last line does.
        try line.write(to: URL(filePath: folder + month))
        #expect(try reader.next(after: place, now: Self.noon) == nil)
        try FileManager.default.removeItem(atPath: folder)
        #expect(try reader.next(after: place, now: Self.noon) == nil)
    }

    @Test("tells again until it is taken, and goes on where it was after a new start", .timeLimit(.minutes(10)))
    func follow() async throws {
        let log = try Log()
        try log.add(.overflow)
        let target = Recorder(failures: 2)
        let follower = NotifyFollower(
            target: target, reader: try log.reader(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            firstDelay: .milliseconds(1))
        var heard = target.stream.makeAsyncIterator()
        // What was logged before the first start is not told.
        let first = Task { try await follower.run() }
        try await waits { FileManager.default.fileExists(atPath: log.settings.notify.path + "/recorder.json") }
        try log.add(.storageFull)
        #expect(await heard.next()?.hasPrefix("imrd-1-1-") == true)
        try await waits {
            try String(contentsOfFile: log.settings.notify.path + "/recorder.json", encoding: .utf8)
                .contains("\"seq\":2")
        }
        first.cancel()
        _ = await first.result
        try log.add(.storageFull)
        let second = Task { try await follower.run() }
        #expect(await heard.next()?.hasPrefix("imrd-2-2-") == true)
        second.cancel()
        _ = await second.result
    }

    /// Waits until something is so: the test's own time limit ends it.
    private func waits(for condition: () throws -> Bool) async throws {
        while try !condition() { try await Task.sleep(for: .milliseconds(5)) }
    }
}
