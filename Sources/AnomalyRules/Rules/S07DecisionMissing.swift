package import Determinations

/// The letter has no item, or an item has no decision.
///
/// **Finds** letters without any disputed item, and items whose heading does not end in `Upheld` or `Overturned`.
///
/// **Why it matters:** the decision is what the letter is for (8 CCR 9792.10.6(d), Labor Code 4610.6).
///
/// **Example:** `MRI of the left knee:` followed by the guideline paragraph.
///
/// **Quiet:** when the decision stands alone on a line after `is:`.
package enum S07DecisionMissing: AnomalyRule {
    package static let code = "S07"
    package static let name = "decision-missing"
    package static let severity = Severity.error

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard letter.establishesItems else { return [] }
        let items = letter.determination.items
        if items.isEmpty {
            return [
                finding(
                    "The letter decides no item.", expected: "at least one disputed item with its decision",
                    found: "no item", in: letter, at: letter.determination.sections.last.map { [$0.heading] } ?? [])
            ]
        }
        return items.filter { $0.decision == nil }.map { item in
            finding(
                "Item \(item.number) has no decision.", expected: "\": Upheld\" or \": Overturned\" after the heading",
                found: letter.quote(item.treatment, most: 80), in: letter, at: [item.treatment], item: item.number)
        }
    }
}
