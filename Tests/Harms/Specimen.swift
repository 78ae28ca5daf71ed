package import LetterGenerator
import LetterReading

/// One letter that is harmed: in each form, with its parts marked.
package struct Specimen: Sendable {
    /// What it is called in examples.
    package let name: String
    /// Its forms, by their names.
    package let forms: [(form: String, letter: MarkedLetter)]
    /// Codes of findings that are right about it as it stands.
    package let rightFindings: Set<String>
    /// How the rationale of each item concludes, as a pattern; empty for a real letter.
    package let wordings: [String]
    /// A number that keeps chance apart from that of other letters.
    package let number: Int

    /// A letter to be harmed.
    package init(
        name: String, forms: [(form: String, letter: MarkedLetter)], rightFindings: Set<String>,
        wordings: [String] = [],
        number: Int
    ) {
        self.name = name
        self.forms = forms
        self.rightFindings = rightFindings
        self.wordings = wordings
        self.number = number
    }

    /// The fixtures of the layouts that no letters are invented for: one each.
    package static var earlyLayouts: [Specimen] {
        Fixtures.all.filter { ["L1", "L2", "L3"].contains($0.name) }.enumerated().compactMap { number, fixture in
            guard let read = try? LetterReader.read(Array(fixture.text.utf8)) else { return nil }
            let letter = MarkedLetter(read)
            return Specimen(name: fixture.name, forms: [(fixture.name, letter)], rightFindings: ["S02"], number: number)
        }
    }

    /// An invented letter in some forms, all of them unless said otherwise.
    package init(seed: UInt64, number: Int, forms: [TextForm] = TextForm.allCases) {
        let letter = LetterMaker.letter(seed: seed, number: number)
        self.init(
            name: "generated \(number)", forms: forms.map { ($0.rawValue, letter.text($0)) },
            rightFindings: letter.truth.rightFindings, wordings: letter.truth.items.map(\.wording), number: number)
    }
}
