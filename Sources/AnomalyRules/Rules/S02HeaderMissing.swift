package import Determinations

/// The letter has no header table at all.
///
/// **Finds** letters in which none of the labels `Case Number:`, `Date Assigned:` and so on was seen.
///
/// **Why it matters:** without a case number the letter is filed under "unknown" and cannot be linked to its case; its dates
/// cannot be checked.
///
/// **Example:** a text that starts with `HOW THE IMR FINAL DETERMINATION WAS MADE`.
///
/// **Quiet:** as soon as the header table is there; single fields are the matter of S03. One finding a letter, not seven.
package enum S02HeaderMissing: AnomalyRule {
    package static let code = "S02"
    package static let name = "header-missing"
    package static let severity = Severity.warning

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard letter.determination.header?.isTable != true else { return [] }
        let first = letter.determination.sections.first?.heading
        return [
            finding(
                "The letter has no header table; it is filed under an unknown case.",
                expected: "a table with case number, dates and priority before the first section",
                found: "none of its labels", in: letter, at: first.map { [$0] } ?? [])
        ]
    }
}
