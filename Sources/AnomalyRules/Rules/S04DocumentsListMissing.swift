package import Determinations
import LetterReading

/// There is no list of the documents reviewed.
///
/// **Finds** letters of a layout that lists the documents reviewed, without that list or with an empty one.
///
/// **Why it matters:** a final determination must list the documents reviewed (8 CCR 9792.10.6(d)).
///
/// **Example:** `DOCUMENTS REVIEWED` followed at once by `CLINICAL CASE SUMMARY`.
///
/// **Quiet:** for the layouts L1, L4a and L4b, whose posted letters never have such a list.
package enum S04DocumentsListMissing: AnomalyRule {
    package static let code = "S04"
    package static let name = "documents-list-missing"
    package static let severity = Severity.info

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let determination = letter.determination
        guard [.documentsReviewed, .professionalReview].contains(determination.layout) else { return [] }
        let lists = determination.sections.filter { $0.title.hasPrefix("DOCUMENTS REVIEWED") }
        guard lists.allSatisfy({ letter.words.indices(in: $0.body).isEmpty }) else { return [] }
        return [
            finding(
                "The letter has no list of the documents reviewed.",
                expected: "the documents reviewed (8 CCR 9792.10.6(d))",
                found: lists.isEmpty ? "no such section" : "the heading without a list", in: letter,
                at: lists.map(\.heading))
        ]
    }
}
