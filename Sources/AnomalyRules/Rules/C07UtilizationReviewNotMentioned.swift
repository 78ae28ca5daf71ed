package import Determinations

/// The case summary does not mention the utilization review.
///
/// **Finds** a case summary in which neither "utilization review" nor "UR" stands.
///
/// **Why it matters:** the dispute is about that decision; without it the summary does not say what was reviewed.
///
/// **Example:** a summary that ends with the medication list.
///
/// **Quiet:** however the decision itself is described. About every fifth letter lacks it.
package enum C07UtilizationReviewNotMentioned: AnomalyRule {
    package static let code = "C07"
    package static let name = "ur-decision-not-mentioned"
    package static let severity = Severity.info

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard let summary = letter.determination.summary, !summary.isEmpty, letter.facts.review == nil else {
            return []
        }
        let heading = letter.determination.sections.last { $0.heading.end <= summary.start }?.heading
        return [
            finding(
                "The case summary does not mention the utilization review decision.",
                expected: "\"utilization review\" or \"UR\"", found: "neither", in: letter,
                at: heading.map { [$0] } ?? [])
        ]
    }
}
