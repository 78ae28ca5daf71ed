import Determinations
import Foundation
import Glibc
import Inbox
import LinuxSystem
import Synchronization
import Testing

@Suite("The inbox folder")
struct InboxFolderTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    func claim(_ folder: InboxFolder, _ name: String, low: UInt64 = .random(in: 0 ... .max)) throws -> ClaimOutcome {
        let now = WallClock.nanoseconds + 10_000_000_000
        return try folder.claim(
            InboxEntry(name: FileName(name)), arrivedByRename: false,
            identifier: ArrivalIdentifier(milliseconds: UInt64(now / 1_000_000), high: 0, low: low), now: now)
    }

    func appendToJournal(_ text: String) throws {
        let journal = try #require(FileHandle(forWritingAtPath: scratch.path(".imrd/claims.jsonl")))
        try journal.seekToEnd()
        try journal.write(contentsOf: Data(text.utf8))
    }

    @Test("A path that is no usable inbox is refused in one line that names it")
    func opening() throws {
        let missing = #expect(throws: InboxFailure.self) { try InboxFolder(path: scratch.folder + "/none") }
        #expect(missing?.code == .missing)
        try scratch.write("file")
        let file = #expect(throws: InboxFailure.self) { try InboxFolder(path: scratch.path("file")) }
        #expect(file?.code == .notAFolder)
        #expect(file?.description.contains("file") == true && file?.description.contains("\n") == false)
    }

    @Test("A private folder that is a link, or open to others, is not used")
    func privateFolder() throws {
        try FileCalls.symbolicLink(to: scratch.folder, at: scratch.path(".imrd"))
        let link = #expect(throws: InboxFailure.self) { try InboxFolder(path: scratch.inbox) }
        #expect(link?.code == .privateFolder)
        try FileManager.default.removeItem(atPath: scratch.path(".imrd"))
        try scratch.makeFolder(".imrd")
        try FileCalls.mode(scratch.path(".imrd"), 0o770)
        let open = #expect(throws: InboxFailure.self) { try InboxFolder(path: scratch.inbox) }
        #expect(open?.code == .privateFolder)
    }

    @Test("A scan finds files one level deep, and shows deeper folders as waiting")
    func scan() throws {
        for name in ["source/deeper", ".hidden"] { try scratch.makeFolder(name) }
        for name in ["a", "source/b", "source/c.part", "source/deeper/d", ".hidden/e"] { try scratch.write(name) }
        let folder = try InboxFolder(path: scratch.inbox)
        let source = FileName("source")
        #expect(
            Set(try folder.scan()) == [
                InboxEntry(name: FileName("a")), InboxEntry(source: source, name: FileName("b")),
            ])
        #expect(folder.waiting.map(\.entry) == [InboxEntry(source: source, name: FileName("deeper"))])
        #expect(folder.waiting.map(\.reason) == [.folderTooDeep])
    }

    @Test("After a crash every claimed file is found with its name, in order, past a torn journal line")
    func unfinished() throws {
        let folder = try InboxFolder(path: scratch.inbox)
        var claims: [Claim] = []
        for (index, name) in ["one", "two\n", "\u{202E}three"].enumerated() {
            try scratch.write(name)
            claims.append(try #require(try claim(folder, name, low: UInt64(index)).claim))
            try appendToJournal("{\"arrival\":\"torn")
        }
        let again = try InboxFolder(path: scratch.inbox)
        #expect(try again.unfinishedClaims() == claims.map { .claimed($0) })
        #expect(try again.unfinishedClaims() == claims.map { .claimed($0) }, "looking twice changes nothing")
        #expect(try !again.forgetClaims(), "the journal is needed while something is in flight")
        for claim in claims { #expect(try again.finish(claim)) }
        #expect(try again.forgetClaims())
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path(".imrd/claims.jsonl"))).isEmpty)
    }

    @Test("A claimed file that the journal does not know is named unknown")
    func unknown() throws {
        let folder = try InboxFolder(path: scratch.inbox)
        try scratch.write("a")
        let claim = try #require(try claim(folder, "a").claim)
        try FileManager.default.removeItem(atPath: scratch.path(".imrd/claims.jsonl"))
        let again = try InboxFolder(path: scratch.inbox)
        guard case .claimed(let found) = try again.unfinishedClaims().first else { Issue.record("not found"); return }
        #expect(found.identifier == claim.identifier && found.name == FileName("unknown") && found.bytes == claim.bytes)
    }

    @Test("A claimed file that is still being written at the start goes back into the inbox")
    func stillWritten() throws {
        let folder = try InboxFolder(path: scratch.inbox)
        try scratch.write("a")
        _ = try #require(try claim(folder, "a").claim)
        let held = try #require(try scratch.held().first)
        let descriptor = try FileCalls.openForWriting(scratch.path(".imrd/" + held))
        defer { close(descriptor) }
        #expect(try InboxFolder(path: scratch.inbox).unfinishedClaims().isEmpty)
        #expect(try scratch.left() == ["a"])
    }

    @Test("Finishing removes nothing but what was claimed")
    func finish() throws {
        let folder = try InboxFolder(path: scratch.inbox)
        try scratch.write("a")
        let claim = try #require(try claim(folder, "a").claim)
        try scratch.write("other")
        try FileCalls.rename(scratch.path("other"), scratch.path(".imrd/" + claim.identifier.description))
        #expect(try !folder.finish(claim))
        #expect(try scratch.held() == [claim.identifier.description])
    }

    @Test("A file swapped again and again while it is claimed is never claimed for another, nor twice")
    func swapped() throws {
        let folder = try InboxFolder(path: scratch.inbox)
        let scratch = scratch
        // A thread of its own: a task may have to wait for one while other tests block all there are.
        let isSent = Mutex(false)
        Thread.detachNewThread {
            for number in 0..<2000 { try? scratch.replace("a", "letter \(number)") }
            isSent.withLock { $0 = true }
        }
        var claims: [Claim] = []
        let deadline = ContinuousClock.now + .seconds(300)
        while .now < deadline {
            let isLast = isSent.withLock { $0 }
            if let claim = try claim(folder, "a").claim { claims.append(claim) }
            if isLast, !FileManager.default.fileExists(atPath: scratch.path("a")) { break }
        }
        #expect(!claims.isEmpty)
        #expect(Set(claims.map(\.bytes)).count == claims.count)
        #expect(claims.last?.bytes == Array("letter 1999".utf8))
        for claim in claims {
            let path = scratch.path(".imrd/" + claim.identifier.description)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(claim.bytes))
        }
    }

    @Test("Identifiers only grow, though the clock goes back")
    func identifiers() {
        var numbers = ArrivalNumbers()
        let made = [5, 5, 4, 1, 6, 6].map { numbers.next(milliseconds: $0) }
        #expect(made == made.sorted() && Set(made).count == made.count)
    }
}
