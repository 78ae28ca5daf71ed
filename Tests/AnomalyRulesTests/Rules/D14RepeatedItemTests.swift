import AnomalyRules
import TestSupport
import Testing

@Suite("D14 repeated-item")
struct D14RepeatedItemTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("one item") { _ = $0 },
            RuleCase("two items") {
                $0.items.append(.init("Knee brace", rationale: "A knee brace is not medically necessary."))
            },
            RuleCase("the same words for more") {
                $0.items.append(
                    .init(
                        "MRI of the left knee without contrast, repeated", rationale: "It is not medically necessary."))
            },
            RuleCase("ancillary services share a sentence") {
                $0.items = [
                    .init(
                        "Brace",
                        rationale:
                            "As the surgery is not medically necessary, no associated service is either. This ancillary request is not medically necessary."
                    ),
                    .init(
                        "Cold unit",
                        rationale:
                            "As the surgery is not medically necessary, no associated service is either. This ancillary request is not medically necessary."
                    ),
                ]
            },
            RuleCase(
                "the same request twice",
                finds: [["MRI of the left knee without contrast", "MRI of the left knee, without contrast"]]
            ) { $0.items.append(.init("MRI of the left knee, without contrast")) },
            RuleCase(
                "the same rationale twice",
                finds: [["It is not medically necessary.", "It is not medically necessary."]]
            ) {
                $0.items = [
                    .init("Brace", rationale: "It is not medically necessary."),
                    .init("Massage", rationale: "It is not medically necessary."),
                ]
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D14RepeatedItem.self) }
}
