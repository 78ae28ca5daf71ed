import Deadlines
import Determinations
import Foundation
import Hummingbird
import HummingbirdTesting
import InMemoryLogging
import Logging
import Records
import Register
import Review
import Synchronization

@testable import ReviewSite

/// An office with two invented letters, a held file, one reviewer, and a daemon that only writes down what it is asked.
final class InventedOffice: Sendable {
    static let password = "four invented random words"
    static let arrivals = ["01KAJB1N4T0000000000000001", "01KAJB1N4T0000000000000002"]

    let folder: String
    let desk: ReviewDesk
    private let asked = Mutex<[JSON]>([])
    private let isDaemonUp = Mutex(true)
    private let register: Register

    /// What a letter, a file name and a finding may hold at the worst.
    static let hostile = "<script>alert(1)</script>\"'&\u{1B}[31m\u{202E}=cmd()"

    init(hostile: Bool = false) throws {
        folder = NSTemporaryDirectory() + "/imrd-site-" + UUID().uuidString
        let archive = folder + "/archive"
        try FileManager.default.createDirectory(
            atPath: archive + "/2026/11/20/data", withIntermediateDirectories: true)
        let day: @Sendable (Int64) -> CalendarDate = { CalendarDate(daysSinceEpoch: Int($0 / 86_400_000)) }
        register = try Register(path: folder + "/register.sqlite", day: { _ in CalendarDate(daysSinceEpoch: 20_777) })
        try register.apply(try Self.letters(archive: archive, hostile: hostile))
        let box = Box()
        desk = ReviewDesk(
            sources: ReviewSources(
                register: folder + "/register.sqlite", archive: archive, log: folder + "/log",
                counting: DeadlineCounting(
                    calendar: WorkingCalendar(holidays: .strict, closures: []), isServedByMail: false),
                day: day, now: { 1_795_219_200_000 },
                ask: { request, members, actor in box.office?.answer(request, members, actor) }))
        box.set(self)
        try Self.reviewers.get().write(to: URL(fileURLWithPath: folder + "/reviewers.json"))
    }

    /// A file with one reviewer, whose password is quickly hashed.
    private static let reviewers = Result {
        let hash = try PasswordHash(of: password, rounds: 1 << 10)
        let ana = JSON.object([
            "name": .string("ana"), "since": .string("2026-11-20T08:00:00Z"), "password": hash.json,
        ])
        return Data(JSON.object(["reviewers": .array([ana])]).bytes)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var reviewers: Reviewers { Reviewers(path: folder + "/reviewers.json") }

    /// What the site said in the journal.
    let journal = InMemoryLogHandler()

    /// What the daemon was asked to record, the earliest first.
    var requests: [JSON] { asked.withLock { $0 } }

    func stopDaemon() { isDaemonUp.withLock { $0 = false } }

    func removeRegister() throws { try FileManager.default.removeItem(atPath: folder + "/register.sqlite") }

    /// The lines of the access log.
    func accessLines() throws -> [JSON] {
        let logs = folder + "/access"
        return try FileManager.default.contentsOfDirectory(atPath: logs).sorted().flatMap { name in
            try String(contentsOfFile: logs + "/" + name, encoding: .utf8).split(separator: "\n").map {
                try JSON(reading: $0.utf8)
            }
        }
    }

    /// The site of this office; in memory, browsers call it localhost.
    func site(_ change: (inout SiteSettings) -> Void = { _ in }) throws -> ReviewSite {
        let journal = journal
        var settings = SiteSettings(path: folder)
        settings.hosts = ["localhost"]
        change(&settings)
        return try ReviewSite(
            settings: settings, desk: desk, timeZone: "America/Los_Angeles", version: "0.0.0",
            logger: Logger(label: "test") { _ in journal })
    }

    private func answer(_ request: String, _ members: [JSON.Member], _ actor: String?) -> JSON? {
        guard isDaemonUp.withLock({ $0 }) else { return nil }
        if request == "status" {
            return .object(["running": .bool(true), "since": .string("2026-11-20T17:00:00.000Z")])
        }
        if request == "metrics" { return .object(["metrics": .string("imrd_up 1\n")]) }
        asked.withLock {
            $0.append(
                .object([JSON.Member("request", .string(request)), JSON.Member("actor", .optional(actor))] + members))
        }
        return .object(["done": .integer(1)])
    }

    /// Lets the desk ask an office that is not whole yet when the desk is made.
    private final class Box: Sendable {
        private let held = Mutex<Weak>(Weak())
        var office: InventedOffice? { held.withLock { $0.office } }
        func set(_ office: InventedOffice) { held.withLock { $0.office = office } }
        private struct Weak { weak var office: InventedOffice? }
    }
}
