import AnomalyRules
import TestSupport
import Testing

@Suite("D05 partial-scope")
struct D05PartialScopeTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("a whole request") { _ = $0 },
            RuleCase("the words alone are no formula") { $0.items[0].treatment = "The original request of massage" },
            RuleCase("a remaining portion", finds: [["Massage, 5 visits"]]) {
                $0.items[0].treatment =
                    "Massage, 12 visits was the original request. Massage, 6 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Massage, 5 visits is"
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D05PartialScope.self) }
}
