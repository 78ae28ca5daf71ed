import Archive
import Determinations
import Foundation
import Testing

@Suite("How bags look")
struct ArchiveLookTests {
    /// What can be done to a bag behind the archive's back.
    enum Deed: String, CaseIterable {
        case nothing, fileRemoved, fileAdded, manifestWritten, recordsWritten, bagRestored
    }

    @Test(
        "A bag that looks as it did is passed over at the next start; whatever was done to it is seen",
        arguments: Deed.allCases)
    func seen(deed: Deed) throws {
        let folder = try TemporaryFolder()
        let archive = try folder.open()
        let paths = try archive.file(try Letters.letters(1...3)).map(\.path)
        // A line of the manifest for a file that is not there: damage that only comparing can find.
        let manifest = "archive/2026/11/21/manifest-sha256.txt"
        try folder.append(String(repeating: "0", count: 64) + "  data/unknown--000000000000.txt\n", to: manifest)
        let looks = Set(try folder.open().looks())
        switch deed {
        case .nothing: break
        case .fileRemoved: try folder.remove("archive/" + paths[0])
        case .fileAdded: try folder.write("x", to: "archive/2026/11/21/data/more.txt")
        case .manifestWritten: try folder.write(try folder.text(manifest), to: manifest)
        case .recordsWritten:
            let records = "archive/2026/11/21/records.jsonl"
            try folder.write(try folder.text(records), to: records)
        case .bagRestored:
            let bag = folder.path + "/archive/2026/11/21"
            try FileManager.default.copyItem(atPath: bag, toPath: bag + ".copy")
            try FileManager.default.removeItem(atPath: bag)
            try FileManager.default.moveItem(atPath: bag + ".copy", toPath: bag)
        }
        let report = try folder.open().recover(unless: looks) { _ in true }
        #expect(report.damage.isEmpty == (deed == .nothing))
    }
}
