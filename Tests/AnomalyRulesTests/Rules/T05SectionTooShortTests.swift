import AnomalyRules
import TestSupport
import Testing

@Suite("T05 section-too-short")
struct T05SectionTooShortTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("long enough") { _ = $0 },
            RuleCase("an empty rationale is the matter of S06") { $0.items[0].rationale = "" },
            RuleCase("white space makes no text longer", finds: [["Not medically      necessary."]]) {
                $0.items[0].rationale = "Not medically      necessary."
            },
            RuleCase("a short summary", finds: [["He is 45."]]) { $0.summary = "He is 45." },
        ])
    func judges(row: RuleCase) throws { try row.check(T05SectionTooShort.self) }
}
