package import Determinations

/// A rationale does not say whether the treatment is medically necessary.
///
/// **Finds** a rationale in which medical necessity, or appropriateness, is named nowhere.
///
/// **Why it matters:** whether the disputed treatment is medically necessary is what a determination must state (8 CCR 9792.10.6(d),
/// Labor Code 4610.6). Certification is a term of utilization review, not of this review.
///
/// **Example:** "Therefore, the request is not certified."
///
/// **Quiet:** for every wording with "medically necessary", "medical necessity", "medically appropriate" and the like.
package enum D02NecessityNotStated: AnomalyRule {
    package static let code = "D02"
    package static let name = "necessity-not-stated"
    package static let severity = Severity.warning

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.items.compactMap { checked in
            guard let rationale = checked.item.rationale, !rationale.isEmpty, checked.conclusion.necessity.isEmpty
            else { return nil }
            let certification = checked.conclusion.certification.last?.range
            let place = certification ?? letter.tail(of: rationale)
            return finding(
                "The rationale of item \(checked.item.number) does not state whether the treatment is medically "
                    + "necessary.",
                expected: "a statement of medical necessity",
                found: "\"\(letter.quote(place, most: 80))\"" + (certification == nil ? " at the end" : " instead"),
                in: letter, at: [place], item: checked.item.number)
        }
    }
}
