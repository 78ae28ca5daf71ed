import AnomalyRules
import TestSupport
import Testing

@Suite("D13 bundled-service-undecided")
struct D13BundledServiceUndecidedTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("one service") { _ = $0 },
            RuleCase("both are dealt with") {
                $0.items[0].treatment = "Office visit and massage";
                $0.items[0].rationale = "Neither a visit to the office nor massage is medically necessary."
            },
            RuleCase("neither is named") {
                $0.items[0].treatment = "Office visit and massage";
                $0.items[0].rationale = "None of this is medically necessary."
            },
            RuleCase("two of one category") {
                $0.items[0].treatment = "EMG and NCS of the left leg";
                $0.items[0].rationale = "An EMG is not medically necessary."
            },
            RuleCase("two body parts are no two services") {
                $0.items[0].treatment = "MRI of the neck and the left knee";
                $0.items[0].rationale = "A scan of the neck is not medically necessary."
            },
            RuleCase("a word of the service is named") {
                $0.items[0].treatment = "Prolonged office visit and massage";
                $0.items[0].rationale = "Massage is not medically necessary, nor anything prolonged."
            },
            RuleCase("services ancillary to a denied surgery") {
                $0.items[0].treatment = "Associated surgical service: cold unit and massage";
                $0.items[0].rationale =
                    "As the surgery is not medically necessary, no associated service is, and no massage either."
            },
            RuleCase("of more than two services nobody can tell which belong together") {
                $0.items[0].treatment = "Office visit and massage and acupuncture";
                $0.items[0].rationale = "Massage is not medically necessary."
            },
            RuleCase("one is left out", finds: [["Prolonged office visit"]]) {
                $0.items[0].treatment = "Prolonged office visit and massage";
                $0.items[0].rationale = "Massage is not medically necessary."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D13BundledServiceUndecided.self) }
}
