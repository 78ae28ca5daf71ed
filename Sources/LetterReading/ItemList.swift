import Determinations

/// Reads the disputed items: heading, decision, both guidelines and the rationale of each.
enum ItemList {
    private struct Parts {
        var decision: ItemMark?
        var claimsAdministratorGuideline: ItemMark?
        var reviewerGuideline: ItemMark?
        var rationale: ItemMark?

        /// The first mark of the item, which its heading stands before; they stand in this order.
        var first: ItemMark? { decision ?? claimsAdministratorGuideline ?? reviewerGuideline ?? rationale }

        /// The last mark of the item.
        var last: ItemMark? { rationale ?? reviewerGuideline ?? claimsAdministratorGuideline ?? decision }

        /// The first word of the mark after one of these; nil when there is none.
        func next(after mark: ItemMark) -> Int? {
            var next: Int?
            if let rationale, rationale.first > mark.first { next = rationale.first }
            if let reviewerGuideline, reviewerGuideline.first > mark.first { next = reviewerGuideline.first }
            if let guideline = claimsAdministratorGuideline, guideline.first > mark.first { next = guideline.first }
            return next
        }
    }

    private static let originalRequest = [
        Phrase("portion of the original request"), Phrase("portion of the request"), Phrase("the original request"),
        Phrase("portion of the original requests"), Phrase("portion of the requests"), Phrase("the original requests"),
    ]
    private static let verb = Set(["is", "are", "was", "were"].map { Word.key(of: $0) })

    /// The items in a range of words, which starts at the first heading and ends with the letter.
    static func read(_ words: Words, in range: Range<Int>) -> [Item] {
        let marks = ItemMarks.find(words, in: range)
        let groups = group(marks)
        // A page break says nothing about how paragraphs are parted.
        let labelled = marks.filter {
            $0.kind != .decision && $0.first > range.lowerBound && !words.isPageBreak(before: $0.first)
        }
        let parted = labelled.count { words.gap(before: $0.first) == .paragraph }
        let bounds = HeadingBounds(words: words, hasParagraphs: parted * 2 > labelled.count)
        var items: [Item] = []
        var headingStarts: [Int] = []
        var free = range.lowerBound
        for group in groups {
            let start =
                group.first.map { bounds.start(of: $0.first, notBefore: free, isAfterItem: free != range.lowerBound) }
                ?? free
            headingStarts.append(free == range.lowerBound ? min(start, free) : start)
            free = group.last?.end ?? free
        }
        for (position, group) in groups.enumerated() {
            let end = position + 1 < groups.count ? headingStarts[position + 1] : range.upperBound
            items.append(
                item(words, number: position + 1, group, headingStart: headingStarts[position], end: end))
        }
        return items
    }

    /// A mark starts a new item when the item under way has a mark of this or a later kind already.
    private static func group(_ marks: [ItemMark]) -> [Parts] {
        var groups: [Parts] = []
        var latest = Int.max
        for mark in marks {
            if mark.kind.rawValue <= latest { groups.append(Parts()) }
            latest = mark.kind.rawValue
            let last = groups.count - 1
            switch mark.kind {
            case .decision: groups[last].decision = mark
            case .claimsAdministratorGuideline: groups[last].claimsAdministratorGuideline = mark
            case .reviewerGuideline: groups[last].reviewerGuideline = mark
            case .rationale: groups[last].rationale = mark
            }
        }
        return groups
    }

    private static func item(
        _ words: Words, number: Int, _ parts: Parts, headingStart: Int, end: Int
    ) -> Item {
        let textEnd = end < words.count ? Int(words[end].start) : words.text.count
        let treatment = heading(words, headingStart..<(parts.first?.first ?? end))
        let (disputed, isPartly) = requestInDispute(words, treatment)
        func body(_ mark: ItemMark?) -> ByteRange? {
            guard let mark else { return nil }
            let next = parts.next(after: mark).map { Int(words[$0].start) } ?? textEnd
            // The colon of the label belongs to the label.
            let start = (words.mark(after: mark.end - 1)?.offset ?? next - 1) + 1
            return Folding.trimmed(words.text, ByteRange(min(start, next), next))
        }
        return Item(
            number: number, treatment: treatment, requestInDispute: disputed, isPartlyAuthorized: isPartly,
            decision: parts.decision.flatMap { mark in
                mark.decision.map { Located($0, at: words[mark.first].range) }
            },
            claimsAdministratorGuideline: body(parts.claimsAdministratorGuideline),
            reviewerGuideline: body(parts.reviewerGuideline), rationale: body(parts.rationale))
    }

    /// The heading without its last colon; marks before the first word that open it belong to it.
    private static func heading(_ words: Words, _ range: Range<Int>) -> ByteRange {
        guard !range.isEmpty else {
            let offset = range.lowerBound < words.count ? Int(words[range.lowerBound].start) : words.text.count
            return ByteRange(offset, offset)
        }
        let start = words.startWithMarks(of: range.lowerBound)
        let limit = range.upperBound < words.count ? Int(words[range.upperBound].start) : words.text.count
        var end = Folding.trimmed(words.text, ByteRange(start, limit)).end
        if end > start, words.text[end - 1] == UInt8(ascii: ":") { end -= 1 }
        return Folding.trimmed(words.text, ByteRange(start, end))
    }

    /// What the decision covers: after "the remaining … portion of the original request," where UR authorized a part.
    private static func requestInDispute(_ words: Words, _ treatment: ByteRange) -> (ByteRange, Bool) {
        let range = words.indices(in: treatment)
        guard HeadingBounds.formulaStarts.contains(where: { words.first($0, in: range) != nil }),
            let formula = originalRequest.compactMap({ phrase in
                words.last(phrase, in: range).map { $0 + phrase.count }
            })
            .max(), formula < range.upperBound
        else { return (treatment, false) }
        var last = range.upperBound - 1
        if verb.contains(words[last].key), last > formula { last -= 1 }
        let isWholeEnd = last == range.upperBound - 1
        let end = isWholeEnd ? treatment.end : Int(words[last + 1].start)
        var disputed = Folding.trimmed(words.text, ByteRange(words.startWithMarks(of: formula), end))
        if disputed.count > 1, words.text[disputed.end - 1] == UInt8(ascii: ",") {
            disputed = Folding.trimmed(words.text, ByteRange(disputed.start, disputed.end - 1))
        }
        return (disputed, true)
    }
}
