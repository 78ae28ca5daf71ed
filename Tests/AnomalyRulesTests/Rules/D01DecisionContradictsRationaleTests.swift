import AnomalyRules
import TestSupport
import Testing

@Suite("D01 decision-contradicts-rationale")
struct D01DecisionContradictsRationaleTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("upheld and not necessary") { _ = $0 },
            RuleCase("overturned and necessary") {
                $0.items[0].decision = "Overturned"; $0.items[0].rationale = "The scan is medically necessary."
            },
            RuleCase("advice after the conclusion") {
                $0.items[0].rationale = "The drug is not medically necessary. Weaning may be needed."
            },
            RuleCase("a condition is no conclusion") {
                $0.items[0].rationale =
                    "A scan would be medically necessary after exercise. The request is not medically necessary."
            },
            RuleCase("upheld but necessary", finds: [["Upheld", "The scan is medically necessary"]]) {
                $0.items[0].rationale = "There was exercise. The scan is medically necessary."
            },
            RuleCase("overturned but not necessary", finds: [["Overturned", "not medically necessary"]]) {
                $0.items[0].decision = "Overturned"
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D01DecisionContradictsRationale.self) }
}
