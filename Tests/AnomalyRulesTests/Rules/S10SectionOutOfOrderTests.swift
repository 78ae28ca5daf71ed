import AnomalyRules
import TestSupport
import Testing

@Suite("S10 section-out-of-order")
struct S10SectionOutOfOrderTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("in order") { _ = $0 },
            RuleCase("one section less is the matter of S01") { $0.titles.remove(at: 1) },
            RuleCase(
                "items before the summary", finds: [["IMR ISSUES, DECISIONS AND RATIONALES", "CLINICAL CASE SUMMARY"]]
            ) { $0.titles.swapAt(1, 2) },
        ])
    func judges(row: RuleCase) throws { try row.check(S10SectionOutOfOrder.self) }
}
