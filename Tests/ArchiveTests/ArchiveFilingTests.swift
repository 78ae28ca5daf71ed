import Archive
import Determinations
import Foundation
import Testing

@Suite("Filing letters")
struct ArchiveFilingTests {
    @Test("A letter is filed under its case and its digest, with its text beside it, in a valid bag")
    func filesOne() throws {
        let folder = try TemporaryFolder()
        let letter = try Letters.letter(2)
        let results = try folder.open().file([letter])
        let path = try #require(results.first?.path)
        #expect(path.hasPrefix("2026/11/21/data/CM16-0000002--") && path.hasSuffix(".pdf"))
        #expect(results == [.filed(path: path)])
        #expect(try folder.read("archive/" + path) == letter.original)
        #expect(try folder.text("archive/" + path.dropLast(3) + "txt") == "text of 2")
        #expect(try BagCheck.expectValid(folder.bag, letters: 1).count == 2)
    }

    @Test("A letter without a case number is called unknown")
    func filesUnknown() throws {
        let folder = try TemporaryFolder()
        let results = try folder.open().file([try Letters.letter(3, hasCase: false)])
        #expect(results.first?.path.contains("/data/unknown--") == true)
        try BagCheck.expectValid(folder.bag, letters: 1)
    }

    @Test("A full batch over two days stands in two valid bags, and results keep the order of the batch")
    func filesBatch() throws {
        let folder = try TemporaryFolder()
        let batch = try (0..<Archive.largestBatch).map { try Letters.letter($0, day: $0 % 3 == 0 ? 20 : 21) }
        let results = try folder.open().file(batch)
        for (number, result) in results.enumerated() {
            #expect(result.isFiled && result.path.contains("CM16-\(String(10_000_000 + number).dropFirst())--"))
        }
        try BagCheck.expectValid(folder.path + "/archive/2026/11/20", letters: 43)
        try BagCheck.expectValid(folder.bag, letters: 85)
    }

    @Test("The same bytes are filed once: in one batch, in the next, and after a restart")
    func filesOnce() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.open()
        let first = try archive.file([try Letters.letter(2), try Letters.letter(2, arrival: 9), try Letters.letter(3)])
        #expect(first.map(\.isFiled) == [true, false, true])
        #expect(first[0].path == first[1].path)
        #expect(try archive.file([try Letters.letter(3, arrival: 10)]).map(\.isFiled) == [false])
        #expect(try folder.open().file([try Letters.letter(2, arrival: 11)]).map(\.isFiled) == [false])
        #expect(try BagCheck.expectValid(folder.bag, letters: 2).count == 3)
    }

    @Test("A file that was linked but not listed is taken over, not doubled and not called a duplicate")
    func adoptsLinkedFile() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.open()
        _ = try archive.file([try Letters.letter(1)])
        let letter = try Letters.letter(2)
        let path = Filing.path(day: letter.day, caseNumber: letter.caseNumber, sha256: letter.sha256, kind: .pdf)
        try folder.write(String(decoding: letter.original, as: UTF8.self), to: "archive/" + path)
        #expect(try archive.file([letter]) == [.filed(path: path)])
        try BagCheck.expectValid(folder.bag, letters: 2)
    }

    @Test("Other bytes under the name are an incident: nothing is overwritten, the batch is undone, the archive stops")
    func refusesOtherBytes() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.open()
        _ = try archive.file([try Letters.letter(1)])
        let letter = try Letters.letter(2)
        let path = Filing.path(day: letter.day, caseNumber: letter.caseNumber, sha256: letter.sha256, kind: .pdf)
        try folder.write("something else", to: "archive/" + path)
        let before = try folder.everything()
        for _ in 1...2 {
            let failure = #expect(throws: ArchiveFailure.self) {
                try archive.file([try Letters.letter(5), letter])
            }
            #expect(failure?.code == .incident)
        }
        #expect(try folder.everything() == before)
    }

    @Test("A manifest that ends in a torn line gets nothing appended")
    func refusesTornManifest() throws {
        let folder = try TemporaryFolder()
        _ = try folder.open().file([try Letters.letter(1)])
        try folder.append("0123", to: "archive/2026/11/21/manifest-sha256.txt")
        let failure = #expect(throws: ArchiveFailure.self) { try folder.open().file([try Letters.letter(2)]) }
        #expect(failure?.code == .damaged)
        #expect(folder.names(in: "archive/2026/11/21/data").count == 1)
    }

    @Test("A folder that cannot be made is refused in one line that names it")
    func refusesUnusableFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("a file", to: "archive")
        let failure = #expect(throws: ArchiveFailure.self) { try folder.open() }
        #expect(failure?.description.contains(folder.path + "/archive") == true)
        #expect(failure?.description.contains("\n") == false)
    }
}
