import Determinations
import Foundation
import Glibc
import Inbox
import LinuxSystem
import SystemPackage
import Testing

@Suite("Claiming a file")
struct InboxFolderClaimingTests {
    let scratch: Scratch
    let folder: InboxFolder

    init() throws {
        scratch = try Scratch()
        folder = try InboxFolder(path: scratch.inbox, settings: InboxSettings(quietPeriod: 2000, largestFile: 100))
    }

    /// Claims now, or as if `later` milliseconds had passed.
    func claim(_ name: String, source: String? = nil, byRename: Bool = false, later: Int64 = 0) throws -> ClaimOutcome {
        try claim(FileName(name), source: source, byRename: byRename, later: later)
    }

    func claim(
        _ name: FileName, source: String? = nil, byRename: Bool = false, later: Int64 = 0
    ) throws -> ClaimOutcome {
        let now = WallClock.nanoseconds + later * 1_000_000
        let identifier = ArrivalIdentifier(milliseconds: UInt64(now / 1_000_000), high: 0, low: .random(in: 0 ... .max))
        return try folder.claim(
            InboxEntry(source: source.map { FileName($0) }, name: name), arrivedByRename: byRename,
            identifier: identifier, now: now)
    }

    @Test("A file that was moved in is claimed at once, read, and stands in the private folder alone")
    func rename() throws {
        try scratch.moveIn("a.txt", "text")
        let claim = try #require(claim("a.txt", byRename: true).claim)
        #expect(claim.proof == .rename)
        #expect(claim.bytes == Array("text".utf8))
        #expect(try scratch.left().isEmpty)
        #expect(try scratch.held() == [claim.identifier.description])
        #expect(try folder.finish(claim))
        #expect(try scratch.held().isEmpty)
        #expect(try folder.finish(claim), "removing twice is no failure")
        #expect(try self.claim("a.txt", byRename: true) == .withdrawn)
    }

    @Test("A file that was written waits for the quiet period, and is then proven by the lease")
    func quiet() throws {
        try scratch.write("a.txt")
        let first = try claim("a.txt")
        guard case .waiting(.quietPeriod, let delay) = first else { Issue.record("\(first)"); return }
        #expect((1...2000).contains(delay))
        #expect(folder.waiting.map(\.reason) == [.quietPeriod])
        #expect(try claim("a.txt", later: 2000).claim?.proof == .lease)
        #expect(folder.waiting.isEmpty)
    }

    @Test("A clock that stands in the past does not make a file wait for ever")
    func clockBack() throws {
        let quick = try InboxFolder(path: scratch.inbox, settings: InboxSettings(quietPeriod: 1))
        try scratch.write("a.txt")
        let entry = InboxEntry(name: FileName("a.txt"))
        let yearAgo = WallClock.nanoseconds - 31_536_000_000_000_000
        let deadline = ContinuousClock.now + .seconds(300)
        var outcome = ClaimOutcome.ignored
        while outcome.claim == nil, .now < deadline {
            outcome = try quick.claim(
                entry, arrivedByRename: false,
                identifier: ArrivalIdentifier(milliseconds: 1, high: 0, low: 1), now: yearAgo)
        }
        #expect(outcome.claim != nil)
    }

    /// Row by row: how a file is being written, none of which may be claimed however old it is.
    enum Writer: CaseIterable {
        case open  // a slow writer, or an appender that never closes
        case mapped  // written through memory, its descriptor closed
        case renamedWhileOpen  // moved in, and still being written
    }

    @Test("A file that somebody writes is not claimed, and is once it is let go", arguments: Writer.allCases)
    func beingWritten(_ writer: Writer) throws {
        try scratch.write("a.txt", "0123456789")
        let descriptor = try FileCalls.openForWriting(scratch.path("a.txt"))
        var mapping: Mapping?
        if writer == .mapped {
            mapping = Mapping(descriptor)
            close(descriptor)
        }
        let byRename = writer == .renamedWhileOpen
        #expect(try claim("a.txt", byRename: byRename, later: 60_000) == .waiting(.beingWritten, retryAfter: 1000))
        #expect(folder.waiting.map(\.reason) == [.beingWritten])
        #expect(try scratch.left() == ["a.txt"])
        if writer != .mapped { close(descriptor) }
        mapping.take()?.end()
        #expect(try claim("a.txt", later: 60_000).claim?.proof == .lease)
    }

    /// Row by row: something that is no letter file.
    enum Oddity: CaseIterable {
        case link  // leads to a file outside
        case danglingLink  // leads nowhere
        case fifo  // would block who opens it
        case socket  // cannot be opened
        case device  // could act when opened
        case severalLinks  // its sender could still change it
        case empty  // no bytes
        case tooLarge  // one byte over the limit
        case sparse  // a tebibyte of nothing
    }

    @Test("What is no letter file is refused, out of the inbox, unread", arguments: Oddity.allCases)
    func refusal(_ oddity: Oddity) throws {
        let path = scratch.path("odd")
        var expected = RefusalReason.notAFile
        switch oddity {
        case .link: try FileCalls.symbolicLink(to: "/etc/hostname", at: path)
        case .danglingLink: try FileCalls.symbolicLink(to: "/nowhere", at: path)
        case .fifo: try FileCalls.fifo(path)
        case .socket: try FileCalls.node(path, S_IFSOCK)
        case .device:
            // Only root may make one; elsewhere the other rows stand for it.
            guard Processes.effectiveUser == 0 else { return }
            try FileCalls.node(path, S_IFCHR, 0x103)
        case .severalLinks:
            try Data("x".utf8).write(to: URL(fileURLWithPath: scratch.folder + "/other"))
            try FileCalls.link(scratch.folder + "/other", path)
            expected = .severalLinks
        case .empty:
            try scratch.write("odd", "")
            expected = .empty
        case .tooLarge:
            try scratch.write("odd", String(repeating: "x", count: 101))
            expected = .tooLarge
        case .sparse:
            try scratch.write("odd", "")
            try FileCalls.resize(path, 1 << 40)
            expected = .tooLarge
        }
        let outcome = try claim("odd", later: 2000)
        guard case .refused(let refusal) = outcome else { Issue.record("\(outcome)"); return }
        #expect(refusal.reason == expected)
        #expect(refusal.name == FileName("odd"))
        if oddity == .link { #expect(refusal.target == FileName("/etc/hostname")) }
        #expect(try scratch.left().isEmpty)
        let again = try InboxFolder(path: scratch.inbox, settings: folder.settings)
        #expect(try again.unfinishedClaims() == [.refused(refusal)])
        let held = try Descriptor.folder(scratch.folder)
        #expect(try again.handOver(refusal.identifier, into: held, as: FileName("original")))
        #expect(try scratch.held().isEmpty)
    }

    @Test("An empty or linked file is given the quiet period to become more", arguments: ["", "x"])
    func notYet(_ text: String) throws {
        try scratch.write("a", text)
        if !text.isEmpty { try FileCalls.link(scratch.path("a"), scratch.folder + "/second") }
        guard case .waiting(.quietPeriod, _) = try claim("a") else { Issue.record("claimed too early"); return }
    }

    @Test("A file of exactly the limit is read")
    func exactlyTheLimit() throws {
        try scratch.write("a", String(repeating: "x", count: 100))
        #expect(try claim("a", later: 2000).claim?.bytes.count == 100)
    }

    @Test(
        "Any name is kept as it is, and none reaches a path",
        arguments: [
            Array(repeating: UInt8(ascii: "n"), count: 255),  // as long as a name can be
            Array("two\nlines".utf8),  // would forge a line of a log
            Array("\u{1B}[2J".utf8),  // clears a terminal
            Array("\u{202E}fdp.exe".utf8),  // shown backwards
            [0x61, 0xFF, 0xFE],  // no UTF-8
            Array("-rf".utf8),  // an option
            Array("=cmd|' C calc'!A0".utf8),  // a formula
            Array("\"quoted\\".utf8),  // would end a JSON string
        ])
    func names(_ bytes: [UInt8]) throws {
        let name = FileName(bytes)
        let inbox = try Descriptor.folder(scratch.inbox)
        try inbox.open(name, O_WRONLY | O_CREAT, mode: 0o600).write([1])
        #expect(try folder.scan() == [InboxEntry(name: name)])
        let claim = try #require(try claim(name, later: 2000).claim)
        #expect(claim.name == name)
        let again = try InboxFolder(path: scratch.inbox)
        #expect(try again.unfinishedClaims() == [.claimed(claim)])
    }

    @Test(
        "Names that say 'not yet', and folders, are left alone",
        arguments: [".hidden", "a.part", "a.PART", "a.tmp", "a.filepart", "a.crdownload", "~$a.docx"])
    func ignored(_ name: String) throws {
        try scratch.moveIn(name)
        #expect(try folder.scan().isEmpty)
        #expect(try claim(name, byRename: true) == .ignored)
        try scratch.makeFolder("source")
        #expect(try claim("source", byRename: true) == .ignored)
    }
}

extension ClaimOutcome {
    /// The claim, when there is one.
    var claim: Claim? {
        guard case .claimed(let claim) = self else { return nil }
        return claim
    }
}
