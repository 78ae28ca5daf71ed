import AnomalyRules
import TestSupport
import Testing

@Suite("S01 section-missing")
struct S01SectionMissingTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("all three headings") { _ = $0 },
            RuleCase(
                "no summary section",
                finds: [["HOW THE IMR FINAL DETERMINATION WAS MADE", "IMR ISSUES, DECISIONS AND RATIONALES"]]
            ) { $0.titles.remove(at: 1) },
            RuleCase(
                "no section of items", finds: [["HOW THE IMR FINAL DETERMINATION WAS MADE", "CLINICAL CASE SUMMARY"]]
            ) { $0.titles.remove(at: 2) },
        ])
    func judges(row: RuleCase) throws { try row.check(S01SectionMissing.self) }
}
