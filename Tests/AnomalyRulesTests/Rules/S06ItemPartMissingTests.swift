import AnomalyRules
import TestSupport
import Testing

@Suite("S06 item-part-missing")
struct S06ItemPartMissingTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("every part is there") { _ = $0 },
            RuleCase("no guideline of the claims administrator", finds: [["Upheld"]]) { $0.items[0].claims = nil },
            RuleCase("no guideline of the reviewer", finds: [["Upheld"]]) { $0.items[0].reviewer = nil },
            RuleCase("a label without text", finds: [["Upheld"]]) { $0.items[0].reviewer = "" },
        ])
    func judges(row: RuleCase) throws { try row.check(S06ItemPartMissing.self) }
}
