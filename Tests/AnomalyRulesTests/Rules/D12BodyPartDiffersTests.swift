import AnomalyRules
import TestSupport
import Testing

@Suite("D12 body-part-differs")
struct D12BodyPartDiffersTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("the same part") { _ = $0 },
            RuleCase("another word for the part") {
                $0.items[0].treatment = "MRI of the cervical spine";
                $0.items[0].rationale = "The neck is sound. A scan is not medically necessary."
            },
            RuleCase("a region that holds the part") {
                $0.items[0].treatment = "MRI of the left elbow";
                $0.items[0].rationale = "The arm is sound. A scan is not medically necessary."
            },
            RuleCase("no part in the rationale") { $0.items[0].rationale = "A scan is not medically necessary." },
            RuleCase("another part", finds: [["knee", "shoulder"]]) {
                $0.items[0].rationale = "The shoulder is sound. A scan is not medically necessary."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D12BodyPartDiffers.self) }
}
