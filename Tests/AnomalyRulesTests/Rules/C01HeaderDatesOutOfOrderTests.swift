import AnomalyRules
import TestSupport
import Testing

@Suite("C01 header-dates-out-of-order")
struct C01HeaderDatesOutOfOrderTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("in order") { _ = $0 },
            RuleCase("on the same day") { $0["Date Assigned"] = "12/21/2016" },
            RuleCase("injured after the denial", finds: [["12/14/2016", "11/18/2016"]]) {
                $0["Date of Injury"] = "12/14/2016"
            },
            RuleCase("a date in the future", finds: [["12/21/2036"]]) { $0["Decision Date"] = "12/21/2036" },
        ])
    func judges(row: RuleCase) throws { try row.check(C01HeaderDatesOutOfOrder.self) }
}
