package import Determinations

/// An item lacks a guideline paragraph or its rationale.
///
/// **Finds** an item without `Claims Administrator guideline:`, `MAXIMUS guideline:` or `Decision rationale:`, or with nothing
/// after one of these labels.
///
/// **Why it matters:** the evidence relied on and the clinical reasons must be stated (8 CCR 9792.10.6(d)).
///
/// **Example:** a heading and a decision followed at once by `Decision rationale:`.
///
/// **Quiet:** when the parts are only parted by a page break. An item at which the letter ends is reported by T03 as well.
package enum S06ItemPartMissing: AnomalyRule {
    package static let code = "S06"
    package static let name = "item-part-missing"
    package static let severity = Severity.error

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard letter.establishesGrounds else { return [] }
        var findings: [Finding] = []
        for item in letter.determination.items {
            func check(_ label: String, _ body: ByteRange?) {
                guard body?.isEmpty ?? true else { return }
                findings.append(
                    finding(
                        "Item \(item.number) has no \(label.prefix(1).lowercased() + label.dropFirst()).",
                        expected: "\"\(label):\" and its text",
                        found: body == nil ? "no such label" : "the label without text",
                        in: letter, at: [item.decision?.range ?? item.treatment], item: item.number))
            }
            check("Claims Administrator guideline", item.claimsAdministratorGuideline)
            check("MAXIMUS guideline", item.reviewerGuideline)
            check("Decision rationale", item.rationale)
        }
        return findings
    }
}
