import AuditLog
import Determinations
import Foundation
import Records
import Testing

@Suite("AuditLog")
struct AuditLogTests {
    let folder: TemporaryLog
    let file = "2026-11.jsonl"

    init() throws { folder = try TemporaryLog() }

    @Test("a line has its members in the documented order")
    func lineFormat() throws {
        let log = try folder.open()
        let fields = [JSON.Member("version", .string("1.0")), JSON.Member("pid", .integer(7))]
        let logged = try log.append([AuditEntry(.started, time: TemporaryLog.noon, fields: fields)])
        let line =
            #"{"seq":0,"time":"2026-11-21T12:00:00.000Z","event":"started","actor":"imrd","version":"1.0","pid":7}"#
        #expect(logged.map { String(decoding: $0.line, as: UTF8.self) } == [line])
        #expect(try folder.data(file) == Data((line + "\n").utf8))
        #expect(log.lastEntry == logged.last)
    }

    @Test("there are eighteen events, each with its own name")
    func events() { #expect(Set(AuditEvent.allCases.map(\.rawValue)).count == 18) }

    @Test("a line of 64 KiB is taken, a longer one is refused and leaves nothing behind")
    func longLines() throws {
        let log = try folder.open()
        func entry(_ count: Int) -> AuditEntry {
            AuditEntry(
                .held, time: TemporaryLog.noon,
                fields: [JSON.Member("x", .string(String(repeating: "x", count: count)))])
        }
        let overhead = try entry(0).line(seq: 0).count
        #expect(throws: AuditLogFailure.self) { try log.append([entry(65_536 - overhead)]) }
        #expect(log.size == 0)
        _ = try log.append([entry(65_535 - overhead)])
        #expect(try folder.open().size == 1)
    }

    @Test("the private key is for its owner alone")
    func keyMode() throws {
        _ = try folder.open()
        let path = folder.audit.appendingPathComponent("key").path
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("a restart goes on where the log ended, with the frontier, without it, and with a damaged one")
    func restart() throws {
        let root = try folder.fill(7).root
        #expect(try folder.open().root == root)
        try folder.remove("frontier")
        #expect(try folder.open().root == root)
        let frontier = try folder.data("frontier")
        for length in 0..<frontier.count {
            try folder.write(frontier.prefix(length), "frontier")
            #expect(try folder.open().root == root)
            #expect(try folder.data("frontier") == frontier)
            var changed = frontier
            changed[length] ^= 0x01
            try folder.write(changed, "frontier")
            #expect(try folder.open().root == root)
        }
        #expect(try folder.verdicts() == [])
    }

    @Test("with the frontier, lines before it are not read at start")
    func shortStart() throws {
        _ = try folder.fill(9)
        var data = try folder.data(file)
        data[20] ^= 1
        try folder.write(data, file)
        #expect(try folder.open().size == 9)
        try folder.remove("frontier")
        #expect(throws: AuditLogFailure.self) { try folder.open() }
    }

    @Test("lines that no checkpoint covers yet are kept")
    func crashBeforeCheckpoint() throws {
        _ = try folder.fill(3)
        let checkpoint = try folder.data("checkpoint")
        let frontier = try folder.data("frontier")
        let root = try folder.fill(5).root
        try folder.write(checkpoint, "checkpoint")
        #expect(try folder.open().root == root)
        try folder.write(checkpoint, "checkpoint")
        try folder.write(frontier, "frontier")
        #expect(try folder.open().root == root)
        #expect(try folder.verdicts() == [])
    }

    @Test("a log torn at any byte of its last line is repaired, and says so")
    func torn() throws {
        _ = try folder.fill(3)
        let before = try folder.data(file)
        let small = try ["checkpoint", "frontier"].map { ($0, try folder.data($0)) }
        _ = try folder.fill(1)
        let after = try folder.data(file)
        for length in (before.count + 1)..<after.count {
            try folder.write(after.prefix(length), file)
            for (name, data) in small { try folder.write(data, name) }
            let log = try folder.open()
            #expect(log.repairs.map(\.bytes) == [length - before.count])
            #expect(log.size == 4)
            #expect(log.lastEntry?.json["event"]?.text == "log-repaired")
            #expect(log.lastEntry?.json["bytes"]?.integer == length - before.count)
            #expect(try folder.verdicts() == [])
        }
    }

    @Test("a log cut before what its checkpoint covers is refused and left alone")
    func cutShort() throws {
        _ = try folder.fill(4)
        let whole = try folder.data(file)
        for length in 0..<whole.count {
            try folder.write(whole.prefix(length), file)
            #expect(throws: AuditLogFailure.self, "\(length) bytes") { try folder.open() }
            #expect(try folder.data(file).count == length)
        }
    }

    @Test("without its checkpoint a log with lines is refused")
    func noCheckpoint() throws {
        _ = try folder.fill(1)
        try folder.remove("checkpoint")
        #expect(throws: AuditLogFailure.self) { try folder.open() }
    }

    @Test("months have files of their own, and a clock that goes back does not disorder them")
    func months() throws {
        let log = try folder.open()
        let day = 86_400_000
        for shift in [0, 10 * day, -365 * day, 11 * day, 41 * day] {
            _ = try log.append([AuditEntry(.overflow, time: TemporaryLog.noon + shift)])
        }
        #expect(try folder.data(file).count { $0 == 0x0A } == 1)
        #expect(try folder.data("2026-12.jsonl").count { $0 == 0x0A } == 3)
        #expect(try folder.data("2027-01.jsonl").count { $0 == 0x0A } == 1)
        #expect(try folder.open(now: 0).root == log.root)
        var seen: [Int] = []
        try log.reader.entries(from: 2) { entry in
            seen.append(entry.seq)
            return true
        }
        #expect(seen == [2, 3, 4])
        #expect(try log.reader.tail(count: 4).map(\.seq) == [1, 2, 3, 4])
        try folder.remove("frontier")
        #expect(try folder.open(now: 0).root == log.root)
        #expect(try folder.verdicts() == [])
    }

    @Test("a new key is logged once, by name, and signs from then on")
    func newKey() throws {
        let old = try folder.fill(2).verifier
        try folder.remove("key")
        let log = try folder.open()
        #expect(log.verifier != old)
        #expect(log.lastEntry?.json["event"]?.text == "key-changed")
        #expect(log.lastEntry?.json["old"]?.text == old.description)
        #expect(log.lastEntry?.json["new"]?.text == log.verifier.description)
        // A crash before the new key was published.
        try folder.write(Data(old.description.utf8), "key.pub")
        #expect(try folder.open().size == 3)
        #expect(try folder.publicKey() == "\(log.verifier)\n")
        #expect(try folder.verdicts() == [])
    }

    @Test("a key may be kept elsewhere; one of another name is refused")
    func givenKey() throws {
        let elsewhere = try TemporaryLog()
        let path = elsewhere.url.appendingPathComponent("secret").path
        let key = try #require(SigningKey(newNamed: "imrd"))
        try Data(key.text.utf8).write(to: URL(fileURLWithPath: path))
        #expect(try AuditLog.open(folder: folder.path, key: path, now: 0).verifier == key.verifier)
        #expect(!folder.has("key"))
        #expect(throws: AuditLogFailure.self) {
            try AuditLog.open(folder: folder.path, origin: "other", key: path, now: 0)
        }
    }

    @Test("an arrival is logged when it has an end, also across a clock that was set back, and not after a release")
    func arrivals() throws {
        let log = try folder.open()
        _ = try log.append([
            TemporaryLog.filed(1), TemporaryLog.filed(2, event: .held), TemporaryLog.filed(3, event: .held),
        ])
        _ = try log.append([TemporaryLog.filed(3, event: .released)])
        _ = try log.append([AuditEntry(.overflow, time: TemporaryLog.noon - 400 * 86_400_000)])
        let all = Set((1...4).map { TemporaryLog.arrival($0) })
        #expect(try log.reader.loggedArrivals(among: all) == Set([1, 2].map { TemporaryLog.arrival($0) }))
        #expect(try log.reader.isLogged(arrival: TemporaryLog.arrival(1)))
        #expect(try !log.reader.isLogged(arrival: TemporaryLog.arrival(4)))
    }

    @Test("reading from a number finds it in a long file")
    func seek() throws {
        let log = try folder.open()
        for group in 0..<20 {
            _ = try log.append((0..<300).map { TemporaryLog.filed(group * 300 + $0) })
        }
        for seq in [0, 1, 2999, 5998, 5999] {
            var first: Int?
            try log.reader.entries(from: seq) { entry in
                first = entry.seq
                return false
            }
            #expect(first == seq)
        }
        #expect(try log.reader.tail(count: 2000).map(\.seq) == Array(4000..<6000))
    }
}
