import AnomalyRules
import TestSupport
import Testing

@Suite("D03 overturned")
struct D03OverturnedTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("upheld") { _ = $0 },
            RuleCase("overturned", finds: [["MRI of the left knee without contrast", "Overturned"]]) {
                $0.items[0].decision = "Overturned"
            },
            RuleCase(
                "one notice an item", finds: [["Knee brace", "Overturned"], ["Massage, 6 visits", "Overturned"]]
            ) {
                $0.items.append(.init("Knee brace", "Overturned"));
                $0.items.append(.init("Massage, 6 visits", "Overturned"))
            },
            RuleCase("the remaining portion alone", finds: [["Massage, 5 visits", "Overturned"]]) {
                $0.items[0].treatment =
                    "Massage, 12 visits was the original request. Massage, 6 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Massage, 5 visits is";
                $0.items[0].decision = "Overturned"
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D03Overturned.self) }
}
