import Archive
import Determinations
import Foundation
import Testing

@Suite("Recovery")
struct ArchiveRecoveryTests {
    /// A state on disk that a killed run can leave, made from a bag with letters 1 and 2 logged and 3 and 4 filed after.
    enum State: String, CaseIterable {
        case everythingButTheLog
        case manifestTorn
        case manifestNotWritten
        case recordsTorn
        case recordsNotWritten
        case onlyOneFileLinked
        case recordsTornAtFirstByte
        case declarationAndInformationMissing
    }

    @Test(
        "Whatever a killed run left is undone, twice is once, and filing again gives every letter once",
        arguments: State.allCases)
    func undoes(state: State) throws {
        let folder = try TemporaryFolder()
        let archive = try folder.open()
        _ = try archive.file(try Letters.letters([1, 2]))
        let manifest = try folder.text("archive/2026/11/21/manifest-sha256.txt")
        let records = try folder.text("archive/2026/11/21/records.jsonl")
        let paths = try archive.file(try Letters.letters([3, 4])).map(\.path)
        let whole = try folder.text("archive/2026/11/21/records.jsonl")
        func cut(manifest text: String) throws { try folder.write(text, to: "archive/2026/11/21/manifest-sha256.txt") }
        func cut(records text: String) throws { try folder.write(text, to: "archive/2026/11/21/records.jsonl") }
        switch state {
        case .everythingButTheLog: break
        case .manifestTorn:
            try cut(manifest: try folder.text("archive/2026/11/21/manifest-sha256.txt").dropLast(40) + "")
        case .manifestNotWritten: try cut(manifest: manifest)
        case .recordsTorn:
            try cut(manifest: manifest)
            try cut(records: whole.dropLast(5) + "")
        case .recordsNotWritten:
            try cut(manifest: manifest)
            try cut(records: records)
        case .onlyOneFileLinked:
            try cut(manifest: manifest)
            try cut(records: records)
            try folder.remove("archive/" + paths[0])
        case .recordsTornAtFirstByte:
            try cut(manifest: manifest)
            try cut(records: records + "{")
        case .declarationAndInformationMissing:
            try folder.remove("archive/2026/11/21/bagit.txt")
            try folder.remove("archive/2026/11/21/bag-info.txt")
        }
        let logged: Set = [Letters.arrival(1), Letters.arrival(2)]
        let again = try folder.open()
        let report = try again.recover { logged.contains($0) }
        #expect(report.damage.isEmpty)
        #expect(report.removedFiles == (state == .onlyOneFileLinked ? 2 : 3))
        try BagCheck.expectValid(folder.bag, letters: 2)
        let after = try folder.everything()
        #expect(try again.recover { logged.contains($0) } == (try TemporaryFolder().open().recover { _ in false }))
        #expect(try folder.everything() == after)
        #expect(try again.file(try Letters.letters([3, 4])).allSatisfy(\.isFiled))
        try BagCheck.expectValid(folder.bag, letters: 4)
    }

    @Test(
        "A bag without a letter does not outlive recovery",
        arguments: [
            [],  // killed right after the folder was made
            ["bagit.txt"],  // and after each further step
            ["bagit.txt", "bag-info.txt"],
            ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "records.jsonl", ".new"],
        ])
    func removesEmptyBag(files: [String]) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.bag, withIntermediateDirectories: true)
        for file in files { try folder.write("", to: "archive/2026/11/21/" + file) }
        _ = try folder.open().recover { _ in true }
        #expect(!folder.has("archive/2026/11/21"))
    }

    @Test(
        "Damage that no killed run leaves is reported and not touched",
        arguments: [
            "records in the middle not logged", "manifest names a missing file", "manifest lost", "manifest torn",
            "logged record torn", "foreign file", "another audit log",
        ])
    func reportsDamage(kind: String) throws {
        let folder = try TemporaryFolder()
        let archive = try folder.open()
        let numbers = kind == "another audit log" ? 1...Archive.largestBatch + 1 : 1...3
        for number in numbers { _ = try archive.file([try Letters.letter(number)]) }
        var logged = Set(numbers.map { Letters.arrival($0) })
        let bag = "archive/2026/11/21/"
        switch kind {
        case "records in the middle not logged": logged.remove(Letters.arrival(2))
        case "manifest names a missing file": try folder.remove(bag + "data/" + folder.names(in: bag + "data")[0])
        case "manifest lost": try folder.write("", to: bag + "manifest-sha256.txt")
        case "manifest torn":
            try folder.write(
                try folder.text(bag + "manifest-sha256.txt").dropLast(3) + "", to: bag + "manifest-sha256.txt")
        case "logged record torn":
            try folder.write(try folder.text(bag + "records.jsonl").dropLast(3) + "", to: bag + "records.jsonl")
        case "foreign file": try folder.write("mine", to: bag + "data/notes.txt")
        default: logged = []
        }
        let before = try folder.everything()
        let report = try folder.open().recover { logged.contains($0) }
        #expect(!report.damage.isEmpty)
        #expect(report.undoneLetters == 0 && report.removedFiles == 0)
        #expect(try folder.everything() == before)
    }
}
