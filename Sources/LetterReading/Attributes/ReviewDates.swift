import Determinations

/// Finds the mentions of utilization review and the dates of its decisions.
///
/// - The date at most four words before the mention, in the same sentence: "On 12-16-2016 Utilization Review non-certified".
/// - Otherwise the first one after it in the same sentence, at most sixteen words on, unless it is the date of a request, a report
///   or a prescription: "The Utilization Review report, with a decision date of 12-07-2016".
enum ReviewDates {
    private static let names = [Phrase("utilization review"), Phrase("utilization reviewer")]
    private static let reviewedBy = Phrase("reviewed by")
    private static let shortName = Word.key(of: "ur")
    private static let others: PhraseTable<Bool> = PhraseTable([
        (
            true,
            "request, rfa, prescription, order, dos, service, injury, since, progress, note, visit, evaluation, through"
        )
    ])
    private static let decisionWords: PhraseTable<Bool> = PhraseTable([
        (true, "decision, determination, letter, denial, denied")
    ])

    /// The first mention in a range of words, and the dates, in order.
    static func read(_ range: Range<Int>, in words: Words) -> (ByteRange?, [Located<CalendarDate>]) {
        var mentions: [Range<Int>] = []
        for name in names {
            words.each(name, in: range) { first in mentions.append(first..<first + name.count) }
        }
        words.each(shortName, in: range) { index in
            if words.isUpperCase(index) { mentions.append(index..<index + 1) }
        }
        // "the report reviewed by Utilization Review was dated …" gives the date of the report.
        mentions.removeAll { words.matches(reviewedBy, before: $0.lowerBound) }
        mentions.sort { $0.lowerBound < $1.lowerBound }
        var dates: [Located<CalendarDate>] = []
        for mention in mentions {
            guard let date = before(mention, words, in: range) ?? after(mention, words, in: range), let day = date.date,
                !dates.contains(where: { $0.range == date.range })
            else { continue }
            dates.append(Located(day, at: date.range))
        }
        return (mentions.first.map { words.bytes($0) }, dates)
    }

    private static func before(_ mention: Range<Int>, _ words: Words, in range: Range<Int>) -> DateText? {
        var index = mention.lowerBound - 1
        while index >= range.lowerBound, mention.lowerBound - index <= 7, !words.endsSentence(after: index) {
            if let date = DateReading.date(in: words, at: index), index + date.wordCount <= mention.lowerBound,
                mention.lowerBound - index - date.wordCount <= 4
            {
                return date
            }
            index -= 1
        }
        return nil
    }

    private static func after(_ mention: Range<Int>, _ words: Words, in range: Range<Int>) -> DateText? {
        let end = min(range.upperBound, mention.upperBound + 16)
        var isOther = false
        for index in mention.upperBound..<max(mention.upperBound, end) {
            if words.endsSentence(after: index - 1) { return nil }
            if let date = DateReading.date(in: words, at: index) { return isOther ? nil : date }
            if others[words[index].key] ?? false { isOther = true }
            if decisionWords[words[index].key] ?? false { isOther = false }
        }
        return nil
    }
}
