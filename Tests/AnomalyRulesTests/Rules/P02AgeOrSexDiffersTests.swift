import AnomalyRules
import TestSupport
import Testing

@Suite("P02 age-or-sex-differs")
struct P02AgeOrSexDiffersTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("the same person") {
                $0.items[0].rationale = "For this 45-year-old female a scan is not medically necessary."
            },
            RuleCase("ages in a guideline") {
                $0.items[0].rationale =
                    "For patients over 65 years of age, a scan is advised. It is not medically necessary."
            },
            RuleCase("a pronoun is no proof") {
                $0.items[0].rationale = "His knee is sound. A scan is not medically necessary."
            },
            RuleCase("another age", finds: [["45-year-old", "64-year-old"]]) {
                $0.items[0].rationale = "For this 64-year-old female a scan is not medically necessary."
            },
            RuleCase("another sex", finds: [["female", "male"]]) {
                $0.items[0].rationale = "For this 45-year-old male a scan is not medically necessary."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(P02AgeOrSexDiffers.self) }
}
