import AnomalyRules
import TestSupport
import Testing

@Suite("D08 quantity-mismatch")
struct D08QuantityMismatchTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("upheld") {
                $0.items[0].treatment = "Knee injection times 3";
                $0.items[0].rationale = "A knee injection is not medically necessary."
            },
            RuleCase("the same number") {
                $0.items[0].treatment = "Knee injection times 3"; $0.items[0].decision = "Overturned";
                $0.items[0].rationale = "The knee injection times 3 is medically necessary."
            },
            RuleCase("the product of the heading's numbers") {
                $0.items[0].treatment = "Acupuncture 3 times a week for 4 weeks"; $0.items[0].decision = "Overturned";
                $0.items[0].rationale = "The request for acupuncture, 12 sessions is medically necessary."
            },
            RuleCase("a conclusion that restates nothing") {
                $0.items[0].treatment = "Knee injection times 3"; $0.items[0].decision = "Overturned";
                $0.items[0].rationale = "The request is medically necessary."
            },
            RuleCase("the singular for several", finds: [["times 3", "a knee injection"]]) {
                $0.items[0].treatment = "Knee injection times 3"; $0.items[0].decision = "Overturned";
                $0.items[0].rationale = "At this time a knee injection is medically necessary."
            },
            RuleCase("another number", finds: [["12 sessions", "6 sessions"]]) {
                $0.items[0].treatment = "Acupuncture, 12 sessions"; $0.items[0].decision = "Overturned";
                $0.items[0].rationale = "For this reason 6 sessions of acupuncture is medically necessary."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D08QuantityMismatch.self) }
}
