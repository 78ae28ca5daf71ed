import AnomalyRules
import TestSupport
import Testing

@Suite("C06 age-implausible")
struct C06AgeImplausibleTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("plausible") { _ = $0 },
            RuleCase("no age") { $0.summary = "She fell on a day of which nothing is known." },
            RuleCase("a child", finds: [["45-year-old", "03/14/1980"]]) { $0["Date of Injury"] = "03/14/1980" },
            RuleCase("very old", finds: [["98-year-old", "03/14/2015"]]) {
                $0.summary = "A 98-year-old male had a date of injury of 03/14/2015."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(C06AgeImplausible.self) }
}
