import AnomalyRules
import TestSupport
import Testing

@Suite("D10 laterality-contradiction")
struct D10LateralityContradictionTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("one side") { _ = $0 },
            RuleCase("both sides") { $0.items[0].treatment = "Bilateral wrist injections" },
            RuleCase("two body parts with a side each") {
                $0.items[0].treatment = "Bilateral wrist and left elbow injections"
            },
            RuleCase("both sides, told one by one") {
                $0.items[0].treatment = "Bilateral (left and right) wrist injections"
            },
            RuleCase("two levels of the spine with a side each") {
                $0.items[0].treatment = "Bilateral L4-5 left L5-S1 facet injections"
            },
            RuleCase("two things, joined") { $0.items[0].treatment = "Bilateral wrist splints and left injection" },
            RuleCase("both sides, one after the other") {
                $0.items[0].treatment = "Bilateral wrist injections, left first"
            },
            RuleCase("the rationale is another matter") {
                $0.items[0].rationale = "A bilateral knee scan, left, is not medically necessary."
            },
            RuleCase("both sides and one of them", finds: [["Bilateral", "left"]]) {
                $0.items[0].treatment = "Bilateral wrist injections left"
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D10LateralityContradiction.self) }
}
