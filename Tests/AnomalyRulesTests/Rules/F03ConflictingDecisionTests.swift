import AnomalyRules
import Determinations
import TestSupport
import Testing

@Suite("F03 conflicting-decision")
struct F03ConflictingDecisionTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("the first of its case") { _ = $0 },
            RuleCase(
                "another item",
                history: LetterHistory(
                    sameLetter: nil, sameCase: [InventedHistory.letter("Brace", .overturned)])
            ) { _ = $0 },
            RuleCase(
                "decided alike",
                history: LetterHistory(
                    sameLetter: nil,
                    sameCase: [InventedHistory.letter("MRI of the left knee, without contrast", .upheld)])
            ) { _ = $0 },
            RuleCase(
                "decided otherwise", finds: [["MRI of the left knee without contrast", "Upheld"]],
                history: LetterHistory(
                    sameLetter: nil,
                    sameCase: [InventedHistory.letter("MRI of the left knee, without contrast", .overturned)])
            ) { _ = $0 },
        ])
    func judges(row: RuleCase) throws { try row.check(F03ConflictingDecision.self) }
}
