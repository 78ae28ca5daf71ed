import AnomalyRules
import TestSupport
import Testing

@Suite("D06 retrospective")
struct D06RetrospectiveTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("a request for later") { _ = $0 },
            RuleCase("the date of an order") { $0.items[0].treatment = "MRI of the left knee per 12/07/2016 order" },
            RuleCase("a date of service in the rationale") {
                $0.items[0].rationale =
                    "On the date of service 11/11/2016 the knee was sound. The request is not medically necessary."
            },
            RuleCase("retrospective", finds: [["Retrospective"]]) {
                $0.items[0].treatment = "Retrospective MRI of the left knee"
            },
            RuleCase("a date of service", finds: [["DOS", "11/11/2016"]]) {
                $0.items[0].treatment = "MRI of the left knee (DOS: 11/11/2016)"
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D06Retrospective.self) }
}
