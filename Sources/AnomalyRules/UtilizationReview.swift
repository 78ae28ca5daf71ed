import LetterReading

/// Where a text speaks of the utilization review.
enum UtilizationReview {
    private static let phrase = Phrase("utilization review")
    private static let abbreviation = Word.key(of: "ur")

    /// Whether a stretch of words names it.
    static func isMentioned(in words: Words, _ range: Range<Int>) -> Bool { firstMention(in: words, range) != nil }

    /// The word after the first mention; the abbreviation counts in capitals only.
    static func firstMention(in words: Words, _ range: Range<Int>) -> Int? {
        if let found = words.first(phrase, in: range) { return found + phrase.count }
        var candidate = words.first(abbreviation, in: range)
        while let index = candidate {
            if words.isUpperCase(index) { return index + 1 }
            candidate = words.next(after: index, in: range)
        }
        return nil
    }
}
