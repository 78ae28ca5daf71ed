import LetterReading
import Testing

@testable import AnomalyRules

@Suite("Phrases to look for together")
struct PhraseListTests {
    private let list = PhraseList("claim,claim number,number of the claim,file number")

    @Test(
        "Every occurrence is found in the order of the text, the longest where several start at one word",
        arguments: [
            ("claim number 7", 0..<3, [0..<2]),  // the longer of two that start together
            ("claim number 7", 0..<1, [0..<1]),  // the longer one reaches out of the range
            ("file number, claim", 0..<3, [0..<2, 2..<3]),  // found by different words
            ("the number of the claim", 0..<5, [1..<5, 4..<5]),  // one inside another, which starts later
            ("number of the claim", 1..<4, [3..<4]),  // the range starts inside a phrase
            ("an invoice", 0..<2, []),  // none
        ])
    func all(text: String, range: Range<Int>, found: [Range<Int>]) {
        let words = Words(Array(text.utf8))
        #expect(list.all(in: words, range) == found)
        #expect(list.first(in: words, range) == found.first)
        #expect(list.stands(in: words, range) == !found.isEmpty)
    }
}
