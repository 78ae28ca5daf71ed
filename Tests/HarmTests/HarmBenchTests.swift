import LetterGenerator
import LetterReading
import Testing

@testable import Harms

@Suite("Letters harmed on purpose")
struct HarmBenchTests {
    private static let seed: UInt64 = 20
    private static let count = 6
    /// Two letters of each stock of wordings.
    private static let harmed = 2 * Wordings.Stock.allCases.count

    @Test("every unharmed letter is read exactly, in every form", arguments: TextForm.allCases)
    func readingIsExact(form: TextForm) throws {
        for number in 0..<Self.count {
            let letter = LetterMaker.letter(seed: Self.seed, number: number)
            let read = try LetterReader.read(letter.text(form).text)
            let lines = ReadingDifferences.lines(read, letter.truth, isHeaderLost: form.isHeaderLost)
            #expect(lines == [], "letter \(number)")
        }
    }

    /// Each pair of neighbours, which are joined as well, in two forms, so that every form has its turn.
    private static func specimen(_ number: Int) -> Specimen {
        let forms = TextForm.allCases
        let turn = number / 2 % forms.count
        return Specimen(
            seed: seed, number: number, forms: [forms[turn], forms[(turn + forms.count / 2) % forms.count]])
    }

    /// The bench itself measures by thousands; of so few harms one may be missed in a class.
    @Test("in every class at least 99 % is found, and unharmed letters raise neither errors nor warnings")
    func harmsAreFound() async {
        let bench = Bench(seed: Self.seed)
        let report = await bench.run(count: Self.harmed, chunk: 2, Self.specimen)
        for name in report.outcomes.keys.sorted() {
            let outcome = report.total(name)
            let missed = outcome.done - outcome.found
            #expect(missed <= max(1, outcome.done / 100), "\(name): \(outcome.found) of \(outcome.done)")
        }
        #expect(report.falseAlarms.isEmpty, "\(report.falseAlarms)")
        let done = HarmCatalogue.harms.count { report.outcomes[$0.name] != nil }
        #expect(done * 10 > HarmCatalogue.harms.count * 9, "most harms must find an opportunity in these letters")
    }

    @Test("files that are no letters are held", arguments: NonLetterMaker.Kind.allCases)
    func nonLettersAreHeld(kind: NonLetterMaker.Kind) async {
        let texts = (0..<Self.count).map { (kind.rawValue, NonLetterMaker.text(kind, seed: Self.seed, number: $0)) }
        let report = await Bench(seed: Self.seed).run(nonLetters: texts)
        #expect(report.total(HarmCatalogue.noLetter).recall == 1)
    }

    @Test("classes have names of their own")
    func namesAreUnique() {
        #expect(Set(HarmCatalogue.harms.map(\.name)).count == HarmCatalogue.harms.count)
    }
}
