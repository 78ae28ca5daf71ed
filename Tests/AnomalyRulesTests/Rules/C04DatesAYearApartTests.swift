import AnomalyRules
import TestSupport
import Testing

@Suite("C04 dates-a-year-apart")
struct C04DatesAYearApartTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("other days") { _ = $0 },
            RuleCase("the same day of the same year") { $0.summary += " She was seen on 11/18/2016." },
            RuleCase("two years apart") { $0.summary += " She was seen on 11/18/2014." },
            RuleCase("an anniversary of the injury") {
                $0["Date of Injury"] = "11/18/2015";
                $0.summary =
                    "A 45-year-old female was injured on 11/18/2015. On 11/18/2016, utilization review denied the request."
            },
            RuleCase("a birth date") { $0.summary += " She was born on 11/18/2015." },
            RuleCase("a year apart", finds: [["11/18/2015", "11/18/2016"]]) {
                $0.summary += " She was seen on 11/18/2015."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(C04DatesAYearApart.self) }
}
