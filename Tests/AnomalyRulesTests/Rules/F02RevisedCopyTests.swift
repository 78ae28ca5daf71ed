import AnomalyRules
import Determinations
import TestSupport
import Testing

@Suite("F02 revised-copy")
struct F02RevisedCopyTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("the first of its case") { _ = $0 },
            RuleCase(
                "the same text again",
                history: LetterHistory(
                    sameLetter: "2016/12/22/data/a.pdf", sameCase: [InventedHistory.letter("Brace", .upheld)])
            ) { _ = $0 },
            RuleCase(
                "another text", finds: [["CM16-0123456"]],
                history: LetterHistory(
                    sameLetter: nil, sameCase: [InventedHistory.letter("Brace", .upheld)])
            ) { _ = $0 },
        ])
    func judges(row: RuleCase) throws { try row.check(F02RevisedCopy.self) }
}
