import AnomalyRules
import TestSupport
import Testing

@Suite("C03 impossible-date")
struct C03ImpossibleDateTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("dates that exist") { _ = $0 },
            RuleCase("a dose") { $0.summary += " She takes 30/60/90 mg." },
            RuleCase("an appointment") { $0.summary += " Surgery is scheduled for 03/02/2017." },
            RuleCase("no header, so nothing to compare with") {
                $0.header = nil; $0.summary += " She was seen on 03/02/2017."
            },
            RuleCase("a day that no month has", finds: [["02/30/2016"]]) {
                $0.summary += " She was seen on 02/30/2016."
            },
            RuleCase("a month that no year has", finds: [["13/02/16"]]) {
                $0.summary += " A report dated 13/02/16 is there."
            },
            RuleCase("after the decision", finds: [["January 5, 2017", "12/21/2016"]]) {
                $0.summary += " She was seen on January 5, 2017."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(C03ImpossibleDate.self) }
}
