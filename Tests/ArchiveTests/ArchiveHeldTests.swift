import Archive
import Determinations
import Foundation
import LinuxSystem
import Records
import Testing

@Suite("Held files")
struct ArchiveHeldTests {
    private let reason = JSON.object(["code": .string("T06"), "message": .string("no letter")])

    @Test("A held file stands in its folder with its reason, and is listed")
    func holds() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.open()
        let path = try archive.hold(Letters.arrival(1), original: [1, 2, 3], reason: reason)
        #expect(path == folder.path + "/held/\(Letters.arrival(1))")
        #expect(try folder.read("held/\(Letters.arrival(1))/original") == [1, 2, 3])
        let entries = try archive.heldEntries()
        #expect(entries.map(\.arrival) == [Letters.arrival(1)])
        #expect(entries.map(\.reason) == [reason] && entries.map(\.size) == [3])
    }

    @Test("Holding again changes nothing when the file is the same, and is an incident when it is not")
    func holdsTwice() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.open()
        for _ in 1...2 { _ = try archive.hold(Letters.arrival(1), original: [1, 2, 3], reason: reason) }
        let before = try folder.everything()
        let failure = #expect(throws: ArchiveFailure.self) {
            try archive.hold(Letters.arrival(1), original: [4], reason: reason)
        }
        #expect(failure?.code == .incident)
        #expect(try folder.everything() == before)
    }

    @Test("A refused object is moved into its folder by whoever owns it")
    func lendsFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("huge", to: "object")
        let archive = try folder.open()
        _ = try archive.hold(Letters.arrival(2), original: nil, reason: reason)
        #expect(try archive.heldEntries().map(\.size) == [nil])
        let inbox = try Descriptor.folder(folder.path)
        try archive.withHeldFolder(Letters.arrival(2)) { held in
            try inbox.rename(FileName("object"), into: held, as: FileName("original"))
        }
        #expect(try archive.heldEntries().map(\.size) == [4])
    }

    @Test("Recovery removes half-made entries only, and a removed entry is gone")
    func recovers() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.open()
        _ = try archive.hold(Letters.arrival(1), original: [1], reason: reason)
        let unfinished = folder.path + "/held/.\(Letters.arrival(2)).new"
        try FileManager.default.createDirectory(atPath: unfinished, withIntermediateDirectories: true)
        try folder.write("half", to: "held/.\(Letters.arrival(2)).new/original")
        #expect(try archive.recover { _ in true }.removedHeld == 1)
        #expect(folder.names(in: "held") == [Letters.arrival(1).description])
        try archive.removeHeld(Letters.arrival(1))
        #expect(folder.names(in: "held") == [])
    }
}
