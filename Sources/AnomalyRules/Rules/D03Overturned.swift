package import Determinations

/// An item is overturned: somebody must act.
///
/// **Finds** each overturned item, and says exactly what is covered: the remaining portion, where utilization review had authorized a
/// part.
///
/// **Why it matters:** an overturned item must be authorized within five working days of receipt, or paid within 20 days of
/// receipt where the service was already rendered (8 CCR 9792.10.7(a)).
///
/// **Example:** `Acupuncture, 6 sessions: Overturned`.
///
/// **Quiet:** for upheld items. It is a notice, no fault of the letter; one an item.
package enum D03Overturned: AnomalyRule {
    package static let code = "D03"
    package static let name = "overturned"
    package static let severity = Severity.notice

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.determination.items.compactMap { item in
            guard let decision = item.decision, decision.value == .overturned else { return nil }
            return finding(
                "Item \(item.number) is overturned: authorize \"\(letter.quote(item.requestInDispute))\" within 5 working "
                    + "days of receipt, or pay within 20 days of receipt if it was already rendered.",
                expected: "authorization or payment in time (8 CCR 9792.10.7(a))", found: "Overturned", in: letter,
                at: [item.requestInDispute, decision.range], item: item.number)
        }
    }
}
