import Archive
import Foundation
import Testing

@Suite("A full disk", .enabled(if: geteuid() == 0, "mounting a small filesystem needs root"))
struct ArchiveFullDiskTests {
    @Test("However little space is left, a batch is filed whole or not at all, and goes in when there is space again")
    func survivesFullDisk() throws {
        let folder = try TemporaryFolder()
        try #require(try BagCheck.run("mount", ["-t", "tmpfs", "-o", "size=512k", "tmpfs", folder.path]) == 0)
        defer { _ = try? BagCheck.run("umount", ["-l", folder.path]) }
        let archive = try folder.open()
        _ = try archive.file([try Letters.letter(1)])
        var refusals = 0
        for pages in 0..<40 {
            let before = try folder.everything()
            try fill(folder, leaving: pages)
            do {
                #expect(try archive.file(try Letters.letters(2...9)).allSatisfy(\.isFiled))
                try folder.remove("filler")
                try BagCheck.expectValid(folder.bag, letters: 9)
                break
            } catch let failure as ArchiveFailure {
                #expect(failure.code == .storageFull)
                refusals += 1
                try folder.remove("filler")
                #expect(try folder.everything() == before)
                try BagCheck.expectValid(folder.bag, letters: 1)
            }
        }
        #expect(refusals > 5)
        #expect(try archive.file(try Letters.letters(2...9)).count == 8)
        try BagCheck.expectValid(folder.bag, letters: 9)
    }

    @Test("A day whose first batch does not fit leaves no folder of a bag")
    func leavesNoEmptyBag() throws {
        let folder = try TemporaryFolder()
        try #require(try BagCheck.run("mount", ["-t", "tmpfs", "-o", "size=512k", "tmpfs", folder.path]) == 0)
        defer { _ = try? BagCheck.run("umount", ["-l", folder.path]) }
        let archive = try folder.open()
        for pages in 0..<6 {
            try fill(folder, leaving: pages)
            let failure = #expect(throws: ArchiveFailure.self) { try archive.file(try Letters.letters(2...9)) }
            #expect(failure?.code == .storageFull)
            #expect(!folder.has("archive/2026/11/21"))
            try folder.remove("filler")
        }
    }

    /// Fills the disk, then frees this many pages again.
    private func fill(_ folder: TemporaryFolder, leaving pages: Int) throws {
        _ = try BagCheck.run("dd", ["if=/dev/zero", "of=filler", "bs=4096"], in: folder.path)
        let filler = try FileHandle(forUpdating: URL(filePath: folder.path + "/filler"))
        let size = try filler.seekToEnd()
        try filler.truncate(atOffset: size - min(size, UInt64(pages * 4096)))
        try filler.close()
    }
}
