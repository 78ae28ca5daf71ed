import AnomalyRules
import TestSupport
import Testing

@Suite("C05 date-without-year")
struct C05DateWithoutYearTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("years everywhere") { _ = $0 },
            RuleCase("a year behind two days") { $0.summary += " She was seen on March 3 and 10, 2016." },
            RuleCase("no year", finds: [["August 26th"]]) { $0.summary += " She was seen on August 26th." },
        ])
    func judges(row: RuleCase) throws { try row.check(C05DateWithoutYear.self) }
}
