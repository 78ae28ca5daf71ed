import AnomalyRules
import TestSupport
import Testing

@Suite("D04 mixed-outcomes")
struct D04MixedOutcomesTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("one item") { _ = $0 },
            RuleCase("two of a kind") { $0.items.append(.init("Knee brace")) },
            RuleCase("an item without a decision is the matter of S07") { $0.items.append(.init("Knee brace", nil)) },
            RuleCase("both outcomes", finds: [["Upheld", "Overturned"]]) {
                $0.items.append(.init("Knee brace", "Overturned"))
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D04MixedOutcomes.self) }
}
