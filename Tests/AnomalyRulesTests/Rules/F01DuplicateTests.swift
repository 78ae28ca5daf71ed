import AnomalyRules
import TestSupport
import Testing

@Suite("F01 duplicate")
struct F01DuplicateTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("never seen") { _ = $0 },
            RuleCase(
                "seen before", finds: [[]], history: LetterHistory(sameLetter: "2016/12/22/data/a.pdf", sameCase: [])
            ) { _ = $0 },
        ])
    func judges(row: RuleCase) throws { try row.check(F01Duplicate.self) }
}
