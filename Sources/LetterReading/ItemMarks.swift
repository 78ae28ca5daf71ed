import Determinations

/// One of the fixed marks by which the items of a letter are told apart.
struct ItemMark {
    enum Kind: Int {
        /// `: Upheld` or `: Overturned` at the end of a heading.
        case decision
        /// `Claims Administrator guideline:`
        case claimsAdministratorGuideline
        /// `MAXIMUS guideline:`
        case reviewerGuideline
        /// `Decision rationale:`
        case rationale
    }
    let kind: Kind
    /// The decision, where this is one.
    let decision: Decision?
    /// The index of its first word.
    let first: Int
    /// The index after its last word.
    let end: Int
}

/// Finds the marks of items in the part of a letter that holds them.
enum ItemMarks {
    private static let labels: [(Phrase, ItemMark.Kind)] = [
        (Phrase("claims administrator guideline"), .claimsAdministratorGuideline),
        (Phrase("maximus guideline"), .reviewerGuideline),
        (Phrase("decision rationale"), .rationale),
    ]
    private static let decisions: [(UInt64, Decision)] = [
        (Word.key(of: "upheld"), .upheld), (Word.key(of: "overturned"), .overturned),
    ]
    private static let colon = UInt8(ascii: ":")

    /// The marks in a range of words, in order.
    static func find(_ words: Words, in range: Range<Int>) -> [ItemMark] {
        var marks: [ItemMark] = []
        marks.reserveCapacity(16)
        for (phrase, kind) in labels {
            words.each(phrase, in: range) { first in
                let end = first + phrase.count
                guard words.isCapitalized(first), words.mark(after: end - 1)?.byte == colon else { return }
                marks.append(ItemMark(kind: kind, decision: nil, first: first, end: end))
            }
        }
        for (key, decision) in decisions {
            words.each(key, in: range) { index in
                if isDecision(words, index, in: range) {
                    marks.append(ItemMark(kind: .decision, decision: decision, first: index, end: index + 1))
                }
            }
        }
        return marks.sorted { $0.first < $1.first }
    }

    /// How guideline paragraphs start, where their label was lost.
    private static let guidelineStarts = [
        Phrase("decision based on"), Phrase("the claims administrator"), Phrase("the expert reviewer"),
        Phrase("the physician reviewer"),
    ]
    /// How many words may stand between a decision and the next label: the foot of a page.
    private static let reach = 15

    /// A decision word is capitalised and ends a line, with a colon before it and a label or a guideline paragraph behind it; or the
    /// claims administrator's guideline follows at once. A heading that a rationale quotes with its decision is none.
    private static func isDecision(_ words: Words, _ index: Int, in range: Range<Int>) -> Bool {
        guard words.isCapitalized(index) else { return false }
        let next = index + 1
        if words.matches(labels[0].0, at: next) { return true }
        guard words.mark(before: index)?.byte == colon else { return false }
        if next >= range.upperBound { return true }
        guard words.gap(before: next) != .none else { return false }
        if guidelineStarts.contains(where: { words.matches($0, at: next) }) { return true }
        let near = next..<min(next + reach, range.upperBound)
        guard let label = labels.compactMap({ words.first($0.0, in: near) }).min() else { return false }
        return !decisions.contains { words.first($0.0, in: next..<label) != nil }
    }
}
