import AnomalyRules
import Determinations
import LetterReading
import TestSupport
import Testing

@Suite("S04 documents-list-missing")
struct S04DocumentsListMissingTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("a posted letter of layout L4b has no list") { _ = $0 }
        ])
    func judges(row: RuleCase) throws { try row.check(S04DocumentsListMissing.self) }

    private static func letter(_ layout: Layout, list: String?) throws -> (CheckedLetter, String) {
        let text = InventedLetter { $0.summary += "\nDOCUMENTS REVIEWED\n" + (list ?? "") }.text
        let read = try LetterReader.read(Array(text.utf8))
        let heading = try #require(read.words.first(Phrase("documents reviewed")))
        let range = read.words.range(of: Phrase("documents reviewed"), at: heading)
        let end = list.map { range.end + 1 + $0.utf8.count } ?? range.end + 1
        let section = Section(title: "DOCUMENTS REVIEWED", heading: range, body: ByteRange(range.end, end))
        let old = read.determinations[0]
        let determination = Determination(
            layout: layout, extent: old.extent, sections: [section], header: old.header, reviewer: old.reviewer,
            summary: old.summary, items: old.items, provenance: old.provenance)
        return (
            CheckedLetter(words: read.words, determination: determination, today: testDay, history: .empty), text
        )
    }

    @Test("an empty list is found in a layout that has one, and a filled one is not")
    func listsAreLookedFor() throws {
        let (empty, text) = try Self.letter(.documentsReviewed, list: nil)
        let found = S04DocumentsListMissing.findings(in: empty)
        #expect(found.map { $0.evidence(in: text) } == [["DOCUMENTS REVIEWED"]])
        let (filled, _) = try Self.letter(.documentsReviewed, list: "Progress report of May")
        #expect(S04DocumentsListMissing.findings(in: filled).isEmpty)
        let (other, _) = try Self.letter(.headerTable, list: nil)
        #expect(S04DocumentsListMissing.findings(in: other).isEmpty)
    }
}
