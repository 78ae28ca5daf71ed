import Archive
import Foundation
import Testing

@Suite("Sealing bags")
struct ArchiveSealingTests {
    @Test("Days that are over are sealed once, today is left open")
    func seals() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.open()
        for day in [19, 20, 21] { _ = try archive.file(try Letters.letters(1...3, day: day)) }
        let today = try Letters.day()
        #expect(try archive.seal(before: today).sealed == [try Letters.day(19), try Letters.day(20)])
        let after = try folder.everything()
        #expect(try archive.seal(before: today).sealed == [])
        #expect(try archive.recover { _ in true }.damage.isEmpty)
        #expect(try folder.everything() == after)
        for day in [19, 20] {
            try BagCheck.expectValid(folder.path + "/archive/2026/11/\(day)", letters: 3)
            #expect(folder.has("archive/2026/11/\(day)/tagmanifest-sha256.txt"))
            #expect(try folder.text("archive/2026/11/\(day)/bag-info.txt").contains("Payload-Oxum: "))
        }
        #expect(!folder.has("archive/2026/11/21/tagmanifest-sha256.txt"))
    }

    @Test("A letter for a sealed day takes the seal off, keeps what others wrote in bag-info.txt, and is sealed again")
    func opensSealedBag() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.open()
        _ = try archive.file([try Letters.letter(1)])
        try folder.append("Contact-Name: the archivist\n", to: "archive/2026/11/21/bag-info.txt")
        let tomorrow = try Letters.day(22)
        _ = try archive.seal(before: tomorrow)
        #expect(try archive.file([try Letters.letter(2)]).map(\.isFiled) == [true])
        #expect(!folder.has("archive/2026/11/21/tagmanifest-sha256.txt"))
        #expect(try !folder.text("archive/2026/11/21/bag-info.txt").contains("Payload-Oxum"))
        try BagCheck.expectValid(folder.bag, letters: 2)
        #expect(try archive.seal(before: tomorrow).sealed == [try Letters.day()])
        #expect(
            try folder.text("archive/2026/11/21/bag-info.txt").contains("Contact-Name: the archivist\nPayload-Oxum"))
        try BagCheck.expectValid(folder.bag, letters: 2)
    }

    @Test("A damaged bag is reported and left open")
    func leavesDamagedBag() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.open()
        _ = try archive.file(try Letters.letters(1...2))
        try folder.remove("archive/2026/11/21/data/" + folder.names(in: "archive/2026/11/21/data")[0])
        let before = try folder.everything()
        let report = try archive.seal(before: try Letters.day(22))
        #expect(report.sealed == [] && report.damage.count == 1)
        #expect(try folder.everything() == before)
    }
}
