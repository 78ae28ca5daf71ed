import Determinations
import Foundation
import Glibc
import Inbox
import LinuxSystem
import Logging
import TestSupport
import Testing

/// Every way to drop a file, each with the watcher and without.
enum Drop: CaseIterable {
    case rename  // complete at once
    case write  // created, written, closed
    case severalCloses  // as scanners and FTP servers do
    case hardLink  // linked in, then unlinked where it came from: IN_CREATE only
    case unnamed  // O_TMPFILE, then linked
    case mapped  // stored through memory
    case newSource  // a folder made, then filled
    case movedSource  // a folder that came full
    case oldSource  // a folder that was there before
}

@Suite("The intake loop", .serialized)
struct IntakeTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    func drop(_ way: Drop) throws -> String {
        switch way {
        case .rename: try scratch.moveIn("a")
        case .write: try scratch.write("a")
        case .severalCloses:
            try scratch.write("a", "one")
            for _ in 0..<3 {
                let descriptor = try FileCalls.openForWriting(scratch.path("a"))
                try Descriptor(owning: descriptor, path: "a").write(Array("more than before".utf8))
            }
        case .hardLink:
            try Data("x".utf8).write(to: URL(fileURLWithPath: scratch.folder + "/other"))
            try FileCalls.link(scratch.folder + "/other", scratch.path("a"))
            try FileManager.default.removeItem(atPath: scratch.folder + "/other")
        case .unnamed:
            let inbox = try Descriptor.folder(scratch.inbox)
            let file = try inbox.unnamedFile()
            try file.write([1])
            try file.link(into: inbox, as: FileName("a"))
        case .mapped:
            try scratch.write("a", "0123456789")
            let descriptor = try FileCalls.openForWriting(scratch.path("a"))
            _ = Mapping(descriptor)
            close(descriptor)
        case .newSource:
            try scratch.makeFolder("source")
            try scratch.write("source/a")
            return "source/a"
        case .movedSource:
            let outside = scratch.folder + "/full"
            try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: false)
            try Data("x".utf8).write(to: URL(fileURLWithPath: outside + "/a"))
            try FileCalls.rename(outside, scratch.path("source"))
            return "source/a"
        case .oldSource:
            try scratch.moveIn("old/a")
            return "old/a"
        }
        return "a"
    }

    @Test("Each way to drop a file leads to one claim", arguments: Drop.allCases, [true, false])
    func everyWay(_ way: Drop, isWatched: Bool) async throws {
        try scratch.makeFolder("old")
        let running = try RunningIntake(scratch, watcher: isWatched ? BuiltProgram.path("imrd-watch") : nil)
        if isWatched { await running.waitForWatcher() }
        let name = try drop(way)
        await running.wait("claim of \(name)") { !$0.names.isEmpty }
        // A second drop comes through after whatever the first one may still cause.
        try scratch.moveIn("last")
        await running.wait("second claim") { $0.names.contains("last") }
        #expect(running.names == [name, "last"].sorted())
        #expect(running.folder.waiting.isEmpty)
        try await running.stop()
        #expect(try scratch.held().isEmpty)
    }

    @Test("A program that is missing leaves the work to the scans, and is told of once")
    func missingWatcher() async throws {
        try scratch.write("before")
        let running = try RunningIntake(scratch, watcher: "/nowhere/imrd-watch", scanEvery: .milliseconds(50))
        await running.wait("first claim") { $0.names == ["before"] }
        try scratch.moveIn("after")
        await running.wait("second claim") { $0.names == ["after", "before"] }
        await running.wait("word of the watcher") { running in
            running.events.contains { if case .watcher(isUp: false, _) = $0 { true } else { false } }
        }
        try await running.stop()
    }

    @Test("A watched source that is deleted and made again is watched again")
    func sourceMadeAgain() async throws {
        try scratch.makeFolder("source")
        let running = try RunningIntake(scratch, watcher: BuiltProgram.path("imrd-watch"))
        await running.waitForWatcher()
        try FileManager.default.removeItem(atPath: scratch.path("source"))
        try scratch.makeFolder("source")
        await running.waitForWatcher(times: 2)
        try scratch.moveIn("source/a")
        await running.wait("claim") { $0.names == ["source/a"] }
        try await running.stop()
    }

    @Test("What is written, held open and linked is claimed when it is let go, not before")
    func heldOpen() async throws {
        try scratch.write("a")
        let descriptor = try FileCalls.openForWriting(scratch.path("a"))
        let running = try RunningIntake(scratch, watcher: BuiltProgram.path("imrd-watch"))
        await running.waitForWatcher()
        try scratch.moveIn("b")
        await running.wait("the other file") { $0.names == ["b"] }
        #expect(running.folder.waiting.map(\.reason) == [.beingWritten])
        close(descriptor)
        await running.wait("claim") { $0.names == ["a", "b"] }
        try await running.stop()
    }

    @Test("While paused nothing is claimed; resuming finds what came meanwhile")
    func paused() async throws {
        let running = try RunningIntake(scratch, watcher: BuiltProgram.path("imrd-watch"))
        await running.waitForWatcher()
        try scratch.moveIn("a")
        await running.wait("claim") { $0.names == ["a"] }
        running.intake.pause()
        try scratch.moveIn("b")
        try FileCalls.symbolicLink(to: "x", at: scratch.path("c"))
        #expect(try scratch.left() == ["b", "c"])
        running.intake.resume()
        await running.wait("claim") { $0.names == ["a", "b"] }
        await running.wait("refusal") { running in
            running.events.contains { if case .refused = $0 { true } else { false } }
        }
        try await running.stop()
    }

    @Test("An inbox that is moved away and made again is reported, not used further")
    func movedAway() async throws {
        let running = try RunningIntake(scratch, watcher: nil)
        try FileCalls.rename(scratch.inbox, scratch.folder + "/elsewhere")
        try scratch.makeFolder("")
        let failure = await #expect(throws: InboxFailure.self) { try await running.finished() }
        #expect(failure?.code == .replaced)
    }

    @Test("Thousands of files that are there at the start are each claimed once, in order of identifier")
    func many() async throws {
        let inbox = try Descriptor.folder(scratch.inbox)
        for number in 0..<5000 { try inbox.open(FileName("f\(number)"), O_WRONLY | O_CREAT, mode: 0o600).write([1]) }
        let start = ContinuousClock.now
        let running = try RunningIntake(scratch, watcher: BuiltProgram.path("imrd-watch"))
        await running.wait("5000 claims") { $0.events.count >= 5000 && $0.names.count == 5000 }
        print("5000 files claimed in \(ContinuousClock.now - start)")
        try await running.stop()
        let claims = running.events.compactMap { if case .claimed(let claim) = $0 { claim } else { nil } }
        #expect(Set(claims.map(\.name)).count == 5000)
        #expect(claims.map(\.identifier) == claims.map(\.identifier).sorted())
        #expect(try running.folder.forgetClaims())
        #expect(try scratch.left().isEmpty && scratch.held().isEmpty)
    }

    @Test("A file that only a periodic scan found, though the watcher was ready, is told of as late and claimed")
    func noticedLate() async throws {
        let (blind, tell) = AsyncStream<WatchEvent>.makeStream()
        tell.yield(.ready)
        let running = try RunningIntake(
            scratch, watcher: nil, scanEvery: .milliseconds(50), events: blind, ahead: 10_000_000_000)
        await running.waitForWatcher()
        try scratch.moveIn("first")
        await running.wait("claim") { $0.names == ["first"] }
        let late = running.events.contains {
            if case .noticedLate(let entry) = $0 { entry.name == FileName("first") } else { false }
        }
        #expect(late)
        try await running.stop()
    }

    @Test("Lost events are told of and followed by a scan")
    func overflow() async throws {
        let (events, tell) = AsyncStream<WatchEvent>.makeStream()
        let running = try RunningIntake(scratch, watcher: nil, scanEvery: .seconds(3600), events: events)
        tell.yield(.ready)
        await running.waitForWatcher()
        try scratch.moveIn("a")
        tell.yield(.overflow)
        await running.wait("claim") { $0.names == ["a"] }
        #expect(running.events.contains { if case .overflow = $0 { true } else { false } })
        try await running.stop()
    }

    @Test("A handler that fails stops the intake, and the claim is found again")
    func handlerFails() async throws {
        struct Refused: Error {}
        let folder = try InboxFolder(path: scratch.inbox, settings: InboxSettings(quietPeriod: 1))
        let intake = Intake(folder: folder, logger: .init(label: "test"))
        try scratch.moveIn("a")
        await #expect(throws: Refused.self) {
            try await intake.run(events: AsyncStream { $0.finish() }) { event in
                if case .claimed = event { throw Refused() }
            }
        }
        let found = try InboxFolder(path: scratch.inbox).unfinishedClaims()
        #expect(found.count == 1)
    }

    @Test("The watcher killed again and again loses nothing")
    func killed() async throws {
        let running = try RunningIntake(scratch, watcher: BuiltProgram.path("imrd-watch"))
        for round in 1...3 {
            await running.waitForWatcher(times: round)
            try killWatcher()
            for number in 0..<50 { try scratch.moveIn("\(round)-\(number)") }
            await running.wait("claims of round \(round)") { $0.names.count == round * 50 }
        }
        #expect(Set(running.names).count == 150)
        try await running.stop()
    }

    /// Ends the watcher of this test's inbox, which its command line tells from all others.
    private func killWatcher() throws {
        let expected = Data("imrd-watch\0\(scratch.inbox)\0".utf8)
        for number in try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(Int32.init) {
            guard let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") else { continue }
            if line.suffix(expected.count) == expected { kill(number, SIGKILL) }
        }
    }
}
