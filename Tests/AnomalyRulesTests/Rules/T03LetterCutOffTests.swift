import AnomalyRules
import TestSupport
import Testing

@Suite("T03 letter-cut-off")
struct T03LetterCutOffTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("a rationale") { _ = $0 },
            RuleCase("a rationale that is cut is the matter of T02") { $0.items[0].rationale = "The rec" },
            RuleCase("no rationale", finds: [["Decision based on"]]) {
                $0.items[0].rationale = nil; $0.items[0].reviewer = "Decision based on"
            },
        ])
    func judges(row: RuleCase) throws { try row.check(T03LetterCutOff.self) }
}
