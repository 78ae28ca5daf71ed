package import Determinations

/// The reviewer's specialty or state of licensure is missing.
///
/// **Finds** letters that name no specialty, or no state, for the reviewer: neither in the sentence of earlier letters ("is
/// Board Certified in … and is licensed to practice in …") nor in the block of later ones.
///
/// **Why it matters:** the determination must state the reviewer's qualifications (Labor Code 4610.6(f)).
///
/// **Example:** `State(s) of Licensure:` with nothing after it.
///
/// **Quiet:** for any state and any specialty, in either form.
package enum S05ReviewerCredentialsMissing: AnomalyRule {
    package static let code = "S05"
    package static let name = "reviewer-credentials-missing"
    package static let severity = Severity.warning

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let reviewer = letter.determination.reviewer
        let missing = [
            reviewer.certifications.isEmpty ? "specialty" : nil,
            reviewer.licensure.isEmpty ? "state of licensure" : nil,
        ].compactMap { $0 }
        guard !missing.isEmpty else { return [] }
        let place = reviewer.range ?? letter.determination.sections.first?.heading
        return [
            finding(
                "The letter does not state the reviewer's \(missing.joined(separator: " and ")).",
                expected: "at least one specialty and one state of licensure",
                found: "no " + missing.joined(separator: ", no "), in: letter, at: place.map { [$0] } ?? [])
        ]
    }
}
