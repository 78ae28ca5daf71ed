import AnomalyRules
import TestSupport
import Testing

@Suite("C07 ur-decision-not-mentioned")
struct C07UtilizationReviewNotMentionedTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("utilization review") { _ = $0 },
            RuleCase("its abbreviation") {
                $0.summary = "The UR of November denied the request of a 45-year-old female."
            },
            RuleCase("a word that looks like it", finds: [["CLINICAL CASE SUMMARY"]]) {
                $0.summary = "Our 45-year-old female patient fell; ur is no abbreviation here."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(C07UtilizationReviewNotMentioned.self) }
}
