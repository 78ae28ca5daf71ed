import AnomalyRules
import Determinations
import TestSupport
import Testing

@Suite("R01 reviewer-out-of-state")
struct R01ReviewerOutOfStateTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("California alone") { _ = $0 },
            RuleCase("California among others") { $0.licensure = "Texas, California" },
            RuleCase("no state was read") { $0.licensure = "" },
            RuleCase("other states", finds: [["Utah", "New York"]]) { $0.licensure = "Utah, New York" },
        ])
    func judges(row: RuleCase) throws { try row.check(R01ReviewerOutOfState.self) }

    @Test("it runs only when it is turned on")
    func isOffByDefault() throws {
        let letter = try checked(InventedLetter { $0.licensure = "Utah" }.bytes)
        #expect(RuleCatalogue.check(letter[0]).isEmpty)
        #expect(RuleSet(on: ["R01"]).check(letter[0]).map(\.code) == ["R01"])
    }
}
