import AnomalyRules
import TestSupport
import Testing

@Suite("S02 header-missing")
struct S02HeaderMissingTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("the header is there") { _ = $0 },
            RuleCase("a header of two labels") { $0.header?.removeLast(5) },
            RuleCase("no header", finds: [["HOW THE IMR FINAL DETERMINATION WAS MADE"]]) { $0.header = nil },
        ])
    func judges(row: RuleCase) throws { try row.check(S02HeaderMissing.self) }
}
