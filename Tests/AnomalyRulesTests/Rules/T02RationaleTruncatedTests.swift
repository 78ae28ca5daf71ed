import AnomalyRules
import Determinations
import TestSupport
import Testing

@Suite("T02 rationale-truncated")
struct T02RationaleTruncatedTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("ends a sentence") { _ = $0 },
            RuleCase(
                "a lost full stop after the conclusion",
                finds: [["request is for a scan. The request is not medically necessary"]]
            ) { $0.items[0].rationale = "The request is for a scan. The request is not medically necessary" },
            RuleCase("in a scan a full stop was not seen", isRecognized: true) {
                $0.items[0].rationale = "The request is for a scan. The request is not medically necessary"
            },
            RuleCase(
                "in a scan, cut before any conclusion", finds: [["The records show"]], severity: .error,
                isRecognized: true
            ) { $0.items[0].rationale = "The records show" },
            RuleCase("cut in the middle of a word", finds: [["swoll"]], severity: .error) {
                $0.items[0].rationale = "The injured worker had medication. The knee is swoll";
                $0.summary += " It is swollen."
            },
            RuleCase(
                "cut before any conclusion at the end of the letter", finds: [["The records show"]], severity: .error
            ) { $0.items[0].rationale = "The records show" },
        ])
    func judges(row: RuleCase) throws { try row.check(T02RationaleTruncated.self) }
}
