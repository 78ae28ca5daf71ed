import AnomalyRules
import TestSupport
import Testing

@Suite("X04 stray-punctuation")
struct X04StrayPunctuationTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("no stray stop") { _ = $0 },
            RuleCase("dots of omission") { $0.summary += " She said . . . nothing." },
            RuleCase("two sentences") { $0.summary += " She fell.  She rose." },
            RuleCase("in a scan a speck looks like a stop", isRecognized: true) {
                $0.summary += " She fell. . She rose."
            },
            RuleCase("two stops", finds: [[". ."]]) { $0.summary += " She fell. . She rose." },
        ])
    func judges(row: RuleCase) throws { try row.check(X04StrayPunctuation.self) }
}
