package import Determinations

/// The decision word and the rationale's conclusion disagree.
///
/// **Finds** an item that is `Upheld` although its rationale concludes that the treatment is medically necessary, or
/// `Overturned` although it concludes that it is not.
///
/// **Why it matters:** one of the two is a plain error of fact; a petition may rest on it (8 CCR 10575), and an overturned item has
/// to be authorized within five working days.
///
/// **Example:** `Left shoulder brace: Upheld` … "Therefore, the brace is medically necessary."
///
/// **Quiet:** the whole rationale is searched and the last statement about medical necessity counts, because rationales often go on
/// with advice; statements under "would", "if" or "when" are left out; where the rationale speaks against itself, or goes on with a verdict that was
/// not understood, nothing is said; a rationale without any statement is the matter of D02.
package enum D01DecisionContradictsRationale: AnomalyRule {
    package static let code = "D01"
    package static let name = "decision-contradicts-rationale"
    package static let severity = Severity.error

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.items.compactMap { checked in
            let (item, conclusion) = (checked.item, checked.conclusion)
            guard let decision = item.decision, let statement = conclusion.decisive,
                let isAffirmed = statement.isAffirmed, isAffirmed != (decision.value == .overturned),
                !ConclusionDoubt(words: letter.words, rationale: checked.rationale, conclusion: conclusion).isDoubtful
            else { return nil }
            return finding(
                "Item \(item.number) is \(decision.value.rawValue), but its rationale concludes that it is "
                    + (isAffirmed ? "medically necessary." : "not medically necessary."),
                expected: isAffirmed ? "Overturned, as the rationale concludes" : "Upheld, as the rationale concludes",
                found: letter.quote(statement.range), in: letter, at: [decision.range, statement.range],
                item: item.number)
        }
    }
}
