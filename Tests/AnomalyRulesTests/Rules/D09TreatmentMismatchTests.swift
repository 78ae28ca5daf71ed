import AnomalyRules
import TestSupport
import Testing

@Suite("D09 treatment-mismatch")
struct D09TreatmentMismatchTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("the same treatment") { _ = $0 },
            RuleCase("the same treatment by another name") {
                $0.items[0].rationale = "The request is for magnetic resonance imaging. It is not medically necessary."
            },
            RuleCase("a brand name for a drug") {
                $0.items[0].treatment = "Ibuprofen 600mg #90";
                $0.items[0].rationale = "The request is for Motrin. It is not medically necessary."
            },
            RuleCase("a treatment that is not known") {
                $0.items[0].rationale = "The request is for help at home. It is not medically necessary."
            },
            RuleCase("a word in common, of two categories") {
                $0.items[0].treatment = "Knee brace with a hinge";
                $0.items[0].rationale = "The request is for surgery and a hinge. It is not medically necessary."
            },
            RuleCase("a heading with a treatment that is not known") {
                $0.items[0].treatment = "Help at home";
                $0.items[0].rationale = "The request is for a knee brace. It is not medically necessary."
            },
            RuleCase("what was not actually ordered") {
                $0.items[0].treatment = "Trigger point injections of the neck";
                $0.items[0].rationale =
                    "By the form facet blocks were not actually ordered. It is not medically necessary."
            },
            RuleCase("an injection is told by what is injected") {
                $0.items[0].treatment = "Injection of the left knee";
                $0.items[0].rationale = "The request is for Kenalog. It is not medically necessary."
            },
            RuleCase(
                "a body part in common is no treatment in common",
                finds: [["Massage of the knee", "request is for a knee brace"]]
            ) {
                $0.items[0].treatment = "Massage of the knee";
                $0.items[0].rationale = "The request is for a knee brace. It is not medically necessary."
            },
            RuleCase(
                "something else was actually ordered",
                finds: [["Trigger point injections of the neck", "facet blocks are actually ordered"]]
            ) {
                $0.items[0].treatment = "Trigger point injections of the neck";
                $0.items[0].rationale =
                    "By the form it appears that facet blocks are actually ordered. They are not medically necessary."
            },
            RuleCase(
                "the request is for something else", finds: [["Massage, 6 visits", "request is for a knee brace"]]
            ) {
                $0.items[0].treatment = "Massage, 6 visits";
                $0.items[0].rationale = "The request is for a knee brace. It is not medically necessary."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D09TreatmentMismatch.self) }
}
