package import Determinations

/// The determination took long.
///
/// **Finds** more than 45 days between assignment and decision.
///
/// **Why it matters:** an expected letter that comes late shifts other work. The period for a determination is directory only: a late
/// letter is as valid as any.
///
/// **Example:** assigned 01/04/2016, decided 03/04/2016.
///
/// **Quiet:** when either date is missing, invalid or out of order (S03, C01).
package enum C08SlowDetermination: AnomalyRule {
    package static let code = "C08"
    package static let name = "slow-determination"
    package static let severity = Severity.info

    private static let limit = 45

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard let assigned = letter.determination.header?.assigned.value,
            let decision = letter.determination.header?.decision.value
        else { return [] }
        let days = decision.value.daysSinceEpoch - assigned.value.daysSinceEpoch
        guard days > limit else { return [] }
        return [
            finding(
                "The determination took \(days) days from assignment to decision.",
                expected: "at most \(limit) days, as is usual", found: "\(days) days", in: letter,
                at: [assigned.range, decision.range])
        ]
    }
}
