import AnomalyRules
import TestSupport
import Testing

@Suite("C08 slow-determination")
struct C08SlowDeterminationTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("twelve days") { _ = $0 },
            RuleCase("45 days") { $0["Date Assigned"] = "11/06/2016" },
            RuleCase("46 days", finds: [["11/05/2016", "12/21/2016"]]) { $0["Date Assigned"] = "11/05/2016" },
        ])
    func judges(row: RuleCase) throws { try row.check(C08SlowDetermination.self) }
}
