import AnomalyRules
import TestSupport
import Testing

@Suite("S07 decision-missing")
struct S07DecisionMissingTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("a decision") { _ = $0 },
            RuleCase("a decision on a line of its own") { $0.items[0].decision = "\nUpheld" },
            RuleCase("no decision", finds: [["MRI of the left knee without contrast"]]) { $0.items[0].decision = nil },
            RuleCase("no item", finds: [["IMR ISSUES, DECISIONS AND RATIONALES"]]) { $0.items = [] },
        ])
    func judges(row: RuleCase) throws { try row.check(S07DecisionMissing.self) }
}
