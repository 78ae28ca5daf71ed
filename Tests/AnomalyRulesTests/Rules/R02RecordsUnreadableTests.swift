import AnomalyRules
import TestSupport
import Testing

@Suite("R02 records-unreadable")
struct R02RecordsUnreadableTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("no word about records") { _ = $0 },
            RuleCase("handwritten alone") { $0.summary += " A handwritten report of May is there." },
            RuleCase("not illegible") { $0.summary += " The report is not illegible." },
            RuleCase("a distorted gait") { $0.summary += " Her gait is distorted." },
            RuleCase("not legible", finds: [["not legible"]]) { $0.summary += " The report is not legible." },
            RuleCase("an employee who finds it hard to read") { $0.summary += " She finds it hard to read since." },
            RuleCase("illegible", finds: [["illegible"]]) { $0.summary += " Many of the notes are illegible." },
            RuleCase("a distorted copy, hard to decipher", finds: [["distorted", "difficult to decipher"]]) {
                $0.items[0].rationale =
                    "The report was a distorted copy and difficult to decipher. A scan is not medically necessary."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(R02RecordsUnreadable.self) }
}
