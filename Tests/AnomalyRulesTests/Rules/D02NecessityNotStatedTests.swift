import AnomalyRules
import TestSupport
import Testing

@Suite("D02 necessity-not-stated")
struct D02NecessityNotStatedTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("not medically necessary") { _ = $0 },
            RuleCase("medical necessity") {
                $0.items[0].rationale = "Medical necessity for a scan of the knee has not been established."
            },
            RuleCase("medically appropriate") {
                $0.items[0].rationale = "The scan of the knee is not medically appropriate at this time."
            },
            RuleCase("necessity by its noun") {
                $0.items[0].rationale =
                    "The records tell of rest alone, so the necessity of the scan has not been shown."
            },
            RuleCase("no text is the matter of S06") { $0.items[0].rationale = nil },
            RuleCase("no conclusion at all", finds: [["The records tell of pain of the knee and of rest."]]) {
                $0.items[0].rationale = "The records tell of pain of the knee and of rest."
            },
            RuleCase("certification alone", finds: [["Therefore, the request is not certified"]]) {
                $0.items[0].rationale =
                    "The records show no exercise for the left knee. Therefore, the request is not certified."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D02NecessityNotStated.self) }
}
