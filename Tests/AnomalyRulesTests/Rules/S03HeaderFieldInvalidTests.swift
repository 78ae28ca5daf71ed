import AnomalyRules
import TestSupport
import Testing

@Suite("S03 header-field-invalid")
struct S03HeaderFieldInvalidTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("every field is valid") { _ = $0 },
            RuleCase("no header at all is the matter of S02") { $0.header = nil },
            RuleCase("a month that no year has", finds: [["13/21/2016"]]) { $0["Decision Date"] = "13/21/2016" },
            RuleCase("a serial of zeros", finds: [["CM16-0000000"]]) { $0["Case Number"] = "CM16-0000000" },
            RuleCase("an unknown priority", finds: [["Urgent"]]) { $0["Priority"] = "Urgent" },
        ])
    func judges(row: RuleCase) throws { try row.check(S03HeaderFieldInvalid.self) }
}
