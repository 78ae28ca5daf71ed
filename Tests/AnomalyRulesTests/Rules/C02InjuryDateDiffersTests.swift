import AnomalyRules
import TestSupport
import Testing

@Suite("C02 injury-date-differs")
struct C02InjuryDateDiffersTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("the same date") { _ = $0 },
            RuleCase("no header") { $0.header = nil },
            RuleCase("no date of injury in the summary") {
                $0.summary = "A 45-year-old female fell from a ladder and was seen on 10/27/2016."
            },
            RuleCase("one of two dates") { $0.summary += " She had an earlier industrial injury of May 3, 2012." },
            RuleCase("another year", finds: [["03/14/2014", "03/14/2015"]]) { $0["Date of Injury"] = "03/14/2014" },
        ])
    func judges(row: RuleCase) throws { try row.check(C02InjuryDateDiffers.self) }
}
