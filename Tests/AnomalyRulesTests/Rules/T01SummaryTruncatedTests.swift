import AnomalyRules
import TestSupport
import Testing

@Suite("T01 summary-truncated")
struct T01SummaryTruncatedTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("ends a sentence") { _ = $0 },
            RuleCase("ends in a bracket") { $0.summary += " (See above.)" },
            RuleCase("ends in a curly quotation mark") { $0.summary += " It is \u{201C}normal\u{201D}" },
            RuleCase("ends in a full stop and blanks") { $0.summary += "  \n" },
            RuleCase("in a scan a full stop was not seen", isRecognized: true) { $0.summary += " He walks well" },
            RuleCase("cut after a word", finds: [["11/18/2016, utilization review denied the request. He walks well"]])
            {
                $0.summary += " He walks well"
            },
            RuleCase(
                "in a scan, cut behind a word that ends no sentence",
                finds: [["11/18/2016, utilization review denied the request. He walks with a"]], isRecognized: true
            ) { $0.summary += " He walks with a" },
            RuleCase("in a scan, cut in the middle of a word", finds: [["medicat"]], isRecognized: true) {
                $0.summary += " He took medicat"
            },
            RuleCase("cut in the middle of a word", finds: [["medicat"]]) { $0.summary += " He took medicat" },
        ])
    func judges(row: RuleCase) throws { try row.check(T01SummaryTruncated.self) }
}
