import AnomalyRules
import TestSupport
import Testing

@Suite("G02 outside-mtus")
struct G02OutsideMTUSTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("the schedule") { _ = $0 },
            RuleCase("other guidelines beside it") {
                $0.items[0].reviewer? += " Decision based on Non-MTUS Citation a book."
            },
            RuleCase("not based on it", finds: [["did not base their decision on the MTUS"]]) {
                $0.items[0].reviewer = "The Expert Reviewer did not base their decision on the MTUS."
            },
            RuleCase("outside of it", finds: [["outside of the MTUS"]]) {
                $0.items[0].reviewer =
                    "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines."
            },
        ])
    func judges(row: RuleCase) throws { try row.check(G02OutsideMTUS.self) }
}
