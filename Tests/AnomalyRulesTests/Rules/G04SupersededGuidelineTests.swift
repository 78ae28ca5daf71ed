import AnomalyRules
import TestSupport
import Testing

@Suite("G04 superseded-guideline")
struct G04SupersededGuidelineTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("in force") { _ = $0 },
            RuleCase("no decision date") {
                $0.header = nil; $0.items[0].reviewer = "Decision based on MTUS Chronic Pain Medical Treatment 2009."
            },
            RuleCase("in force on the decision date") {
                $0["Decision Date"] = "07/27/2016";
                $0.items[0].reviewer = "Decision based on MTUS Chronic Pain Medical Treatment 2009."
            },
            RuleCase("superseded in 2016", finds: [["Chronic Pain Medical Treatment 2009"]]) {
                $0.items[0].reviewer = "Decision based on MTUS Chronic Pain Medical Treatment 2009."
            },
            RuleCase("superseded in 2017", finds: [["Knee Complaints 2004"]]) { $0["Decision Date"] = "12/01/2017" },
        ])
    func judges(row: RuleCase) throws { try row.check(G04SupersededGuideline.self) }
}
