import AnomalyRules
import TestSupport
import Testing

@Suite("D11 side-differs")
struct D11SideDiffersTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("the same side") { _ = $0 },
            RuleCase("both sides in the rationale") {
                $0.items[0].rationale =
                    "The right knee is sound, the left knee is not. A scan is not medically necessary."
            },
            RuleCase("both sides by one word") {
                $0.items[0].rationale = "The right knee is sound. Bilateral scans are not medically necessary."
            },
            RuleCase("another body part on the other side") {
                $0.items[0].rationale = "The right shoulder was operated on. A scan is not medically necessary."
            },
            RuleCase("no side in the rationale") {
                $0.items[0].rationale = "The knee is sound. A scan is not medically necessary."
            },
            RuleCase("\"left\" is a verb") {
                $0.items[0].treatment = "Injection of the right knee";
                $0.items[0].rationale = "No option is left untried, knee pain persists. It is not medically necessary."
            },
            RuleCase("the dominant hand") {
                $0.items[0].treatment = "MRI of the left wrist";
                $0.items[0].rationale = "A right hand dominant worker fell. A scan is not medically necessary."
            },
            RuleCase("the other side of the same treatment", finds: [["Left", "Right trigger point"]]) {
                $0.items[0].treatment = "Left trigger point injections";
                $0.items[0].rationale = "Right trigger point injections are not medically necessary."
            },
            RuleCase("the other side of the same part", finds: [["left", "right knee"]]) {
                $0.items[0].rationale = "The right knee is sound. A scan is not medically necessary."
            },
            RuleCase("a finger of the other hand", finds: [["left", "right small finger"]]) {
                $0.items[0].treatment = "Therapy for the left hand";
                $0.items[0].rationale = "The right small finger was broken. Therapy is not medically necessary."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D11SideDiffers.self) }
}
