import AnomalyRules
import TestSupport
import Testing

@Suite("P01 age-or-sex-missing")
struct P01AgeOrSexMissingTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("age and sex") { _ = $0 },
            RuleCase("a pronoun for the sex") { $0.summary = "A 45 y/o worker fell, and his knee hurts." },
            RuleCase("he/she gives no sex", finds: [["A 45 y/o worker fell"]]) {
                $0.summary = "A 45 y/o worker fell. He/she has pain."
            },
            RuleCase("no age", finds: [["A woman fell"]]) { $0.summary = "A woman fell. She has pain." },
        ])
    func judges(row: RuleCase) throws { try row.check(P01AgeOrSexMissing.self) }
}
