package import Determinations

/// The letter ends inside an item, before any rationale text.
///
/// **Finds** a last item that has its heading, and perhaps guideline paragraphs, but not one word of rationale.
///
/// **Why it matters:** pages are missing; there may be more items that nobody sees.
///
/// **Example:** a letter whose last line is `MAXIMUS guideline: Decision based on`.
///
/// **Quiet:** in every letter whose last item has some rationale; how that ends is the matter of T02.
package enum T03LetterCutOff: AnomalyRule {
    package static let code = "T03"
    package static let name = "letter-cut-off"
    package static let severity = Severity.error

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard letter.establishesGrounds, let last = letter.determination.items.last, last.rationale?.isEmpty ?? true
        else { return [] }
        let end = [last.treatment, last.decision?.range, last.claimsAdministratorGuideline, last.reviewerGuideline]
            .compactMap { $0 }.filter { !$0.isEmpty }.max { $0.end < $1.end }
        let tail = end.map { letter.tail(of: $0) } ?? last.treatment
        return [
            finding(
                "The letter ends inside item \(last.number), before its rationale.",
                expected: "a rationale for the last item",
                found: "\"\(letter.quote(tail, most: 80))\" at the end", in: letter, at: [tail], item: last.number)
        ]
    }
}
