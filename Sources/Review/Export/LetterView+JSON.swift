import Deadlines
import Determinations
package import Records
package import Register

extension LetterView {
    /// Everything about the letter as one object, its text included.
    package var json: JSON {
        .object(
            [JSON.Member("letter", .integer(letter.sequence))] + letter.members + [
                JSON.Member("day", .string(letter.day)), JSON.Member("receiptDay", .string(letter.receiptDay)),
                JSON.Member("source", .optional(letter.source)), JSON.Member("bytes", .integer(letter.bytes)),
                JSON.Member("sha256", .string(letter.sha256)), JSON.Member("layout", .optional(letter.layout)),
                JSON.Member("mediaType", .optional(letter.mediaType)),
                JSON.Member("copyOf", .optional(letter.copyOf)),
            ] + letter.facts.members + [
                JSON.Member("items", .array(items.map(\.json))),
                JSON.Member("deadlines", .array(deadlines.map(\.json))),
                JSON.Member("findings", .array(findings.map(\.json))),
                JSON.Member("reviews", .array(reviews.map(\.json))),
                JSON.Member("otherLetters", .array(otherLetters.map { .integer($0.sequence) })),
                JSON.Member("text", .optional(text.map { $0.segments.map(\.text).joined() })),
                JSON.Member("textProblem", .optional(textProblem)),
            ])
    }
}

extension ReviewedFinding {
    /// The finding, its state and what was done about it.
    package var json: JSON {
        .object(
            [
                JSON.Member("id", .string(finding.key.description)),
                JSON.Member("state", .string(finding.state.rawValue)),
            ] + finding.finding.json.members + [JSON.Member("reviews", .array(reviews.map(\.json)))])
    }
}

extension RegisteredReview {
    /// What was done, by whom and when.
    package var json: JSON {
        .object([
            "entry": .integer(entry), "time": .string(time), "actor": .string(actor), "act": .string(act.rawValue),
            "finding": .optional(finding?.description), "reason": .optional(reason), "comment": .optional(comment),
            "detail": .optional(detail),
        ])
    }
}
