import AnomalyRules
import TestSupport
import Testing

@Suite("S05 reviewer-credentials-missing")
struct S05ReviewerCredentialsMissingTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("state and specialty") { _ = $0 },
            RuleCase("a specialty with brackets") { $0.specialty = "Dentist (Oral Surgery)" },
            RuleCase(
                "no state",
                finds: [
                    [
                        "Reviewer has the following credentials:\nState(s) of Licensure: \nCertification(s)/Specialty: Family Practice"
                    ]
                ]
            ) { $0.licensure = "" },
        ])
    func judges(row: RuleCase) throws { try row.check(S05ReviewerCredentialsMissing.self) }
}
