import AnomalyRules
import TestSupport
import Testing

@Suite("D07 overturned-without-quantity")
struct D07OverturnedWithoutQuantityTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("upheld") { $0.items[0].treatment = "Acupuncture for the left knee" },
            RuleCase("imaging") { $0.items[0].decision = "Overturned" },
            RuleCase("a number of sessions") {
                $0.items[0].treatment = "Acupuncture for the left knee, 6 sessions"; $0.items[0].decision = "Overturned"
            },
            RuleCase("a frequency") {
                $0.items[0].treatment = "Physical therapy 2 times a week for 3 weeks";
                $0.items[0].decision = "Overturned"
            },
            RuleCase("a number of tablets") {
                $0.items[0].treatment = "Naproxen 500mg #60"; $0.items[0].decision = "Overturned"
            },
            RuleCase("a single injection") {
                $0.items[0].treatment = "Right L5-S1 epidural steroid injection"; $0.items[0].decision = "Overturned"
            },
            RuleCase("therapy without a number", finds: [["Acupuncture for the left knee", "Overturned"]]) {
                $0.items[0].treatment = "Acupuncture for the left knee"; $0.items[0].decision = "Overturned"
            },
            RuleCase("a drug with its strength alone", finds: [["Naproxen 500mg", "Overturned"]]) {
                $0.items[0].treatment = "Naproxen 500mg"; $0.items[0].decision = "Overturned"
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D07OverturnedWithoutQuantity.self) }
}
