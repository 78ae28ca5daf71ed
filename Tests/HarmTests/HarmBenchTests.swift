import Harms
import LetterGenerator
import LetterReading
import Testing

@Suite("Letters harmed on purpose")
struct HarmBenchTests {
    private static let seed: UInt64 = 20
    private static let count = 12

    /// Classes of which every harm must be found in these few letters; the bench itself measures the rest by thousands.
    private static let classes = [
        "section-heading-deleted: how-made", "section-heading-deleted: summary", "section-heading-deleted: issues",
        "section-deleted: how-made", "section-deleted: summary", "section-deleted: issues", "summary-cut-mid-word",
        "summary-cut-after-word", "decision-word-removed", "decision-and-colon-removed",
        "item-part-unlabelled: claims-guideline", "item-part-unlabelled: reviewer-guideline",
        "item-part-unlabelled: rationale", "item-part-removed: claims-guideline",
        "item-part-removed: reviewer-guideline", "item-part-removed: rationale", "header-dates-swapped",
        "header-field-removed", "header-value-removed", "header-date-impossible", "case-serial-zeroed",
    ]

    @Test("every unharmed letter is read exactly, in every form", arguments: TextForm.allCases)
    func readingIsExact(form: TextForm) throws {
        for number in 0..<Self.count {
            let letter = LetterMaker.letter(seed: Self.seed, number: number)
            let read = try LetterReader.read(letter.text(form).text)
            let lines = ReadingDifferences.lines(read, letter.truth, isHeaderLost: form.isHeaderLost)
            #expect(lines == [], "letter \(number)")
        }
    }

    @Test("harms are found, unharmed letters raise no error")
    func harmsAreFound() async {
        let bench = Bench(seed: Self.seed)
        let report = await bench.run(count: Self.count) { Specimen(seed: Self.seed, number: $0) }
        for name in Self.classes {
            let outcome = report.total(name)
            #expect(outcome.done > 0, "\(name)")
            #expect(outcome.recall == 1, "\(name): \(outcome.found) of \(outcome.done)")
        }
        #expect(report.falseAlarms.filter { $0.key.hasPrefix("error") }.isEmpty, "\(report.falseAlarms)")
    }

    @Test("files that are no letters are held", arguments: NonLetterMaker.Kind.allCases)
    func nonLettersAreHeld(kind: NonLetterMaker.Kind) async {
        let texts = (0..<Self.count).map { (kind.rawValue, NonLetterMaker.text(kind, seed: Self.seed, number: $0)) }
        let report = await Bench(seed: Self.seed).run(nonLetters: texts)
        #expect(report.total(HarmCatalogue.noLetter).recall == 1)
    }

    @Test("the list of classes names classes that exist")
    func classesExist() {
        let names = Set(HarmCatalogue.harms.map(\.name))
        #expect(names.count == HarmCatalogue.harms.count)
        #expect(Set(Self.classes).isSubset(of: names))
    }
}
