import AnomalyRules
import Determinations
import TestSupport
import Testing

@Suite("G01 no-evidence-cited")
struct G01NoEvidenceCitedTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("evidence") { _ = $0 },
            RuleCase("the claims administrator cited none") {
                $0.items[0].claims = "The Claims Administrator did not cite any medical evidence for its decision."
            },
            RuleCase("the reviewer cites none", finds: [["did not cite any medical evidence"]]) {
                $0.items[0].reviewer = "The Expert Reviewer did not cite any medical evidence for its decision."
            },
            RuleCase(
                "for a service ancillary to a surgery", finds: [["did not cite any medical evidence"]], severity: .info
            ) {
                $0.items[0].reviewer = "The Expert Reviewer did not cite any medical evidence for its decision.";
                $0.items[0].rationale =
                    "As the surgery is not medically necessary, the ancillary service is not medically necessary."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(G01NoEvidenceCited.self) }
}
