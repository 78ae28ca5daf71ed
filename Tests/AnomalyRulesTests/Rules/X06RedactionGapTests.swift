import AnomalyRules
import TestSupport
import Testing

@Suite("X06 redaction-gap")
struct X06RedactionGapTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("no gap") { _ = $0 },
            RuleCase("two blanks after a full stop") { $0.summary += " She fell.  and rose." },
            RuleCase("a gap before a capital") { $0.summary += " She saw  Utah." },
            RuleCase("gaps everywhere come from the extraction") { $0.summary += " she  fell  and  rose  and  fell." },
            RuleCase("in a scan blanks are OCR's", isRecognized: true) { $0.summary += " She was seen by  yesterday." },
            RuleCase("a gap", finds: [["by  yesterday"]]) { $0.summary += " She was seen by  yesterday." },
        ])
    func judges(row: RuleCase) throws { try row.check(X06RedactionGap.self) }
}
