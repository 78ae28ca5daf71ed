import LetterReading
import Testing

@testable import AnomalyRules

@Suite("The parts that words play")
struct VocabularyTests {
    private enum Part: UInt8, CaseIterable {
        case negation, article, last
    }

    private let vocabulary = Vocabulary<Part>([(.negation, "not no"), (.article, "a no"), (.last, "not")])

    @Test("One look-up tells all parts of a word")
    func parts() {
        for (word, expected) in [
            ("not", [Part.negation, .last]),  // in two lists
            ("NO", [.negation, .article]),  // in any case
            ("a", [.article]),  // in one
            ("knee", []),  // in none
        ] {
            let parts = vocabulary[Word.key(of: word)]
            #expect(Part.allCases.filter(parts.contains) == expected, "\(word)")
            #expect(parts.isEmpty == expected.isEmpty)
        }
    }
}
