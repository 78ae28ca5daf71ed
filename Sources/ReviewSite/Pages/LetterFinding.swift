import Determinations
import Register
import Review

/// A finding beside its letter, with what was done about it.
struct LetterFinding {
    struct Evidence {
        let quote: String
        let at: Int
    }

    struct Said {
        let who: String
        let did: String
        let when: String
        let comment: String?
    }

    let identifier: String
    let severity: String
    let code: String
    let name: String
    let item: Int?
    let state: String
    let message: String
    let expected: String?
    let found: String?
    let evidence: [Evidence]
    let line: Int?
    let said: [Said]
    let isOpen: Bool
    let isPending: Bool
    let actTitle: String

    init(_ reviewed: ReviewedFinding, _ wording: Wording) {
        let finding = reviewed.finding.finding
        identifier = reviewed.finding.key.description
        severity = finding.severity.rawValue
        code = finding.code
        name = finding.name
        item = finding.item
        state = reviewed.finding.state.rawValue
        message = finding.message
        expected = finding.expected.isEmpty ? nil : finding.expected
        found = finding.found.isEmpty ? nil : finding.found
        evidence = finding.evidence.prefix(5).map { Evidence(quote: $0.quote, at: $0.line) }
        line = finding.evidence.first?.line
        said = reviewed.reviews.map { review in
            Said(
                who: review.actor, did: ReviewWords.did(review), when: wording.time(review.time),
                comment: review.comment)
        }
        isPending = reviewed.finding.state.isPending
        isOpen = reviewed.finding.state == .open && finding.severity >= .warning
        actTitle = isPending ? "Act on this finding" : "Comment or open again"
    }
}
