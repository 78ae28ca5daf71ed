import LetterReading

/// The dates in a stretch of words, found by asking only where a date can start.
enum DateScan {
    /// Letters that begin the name of a month.
    private static let initials: Set<UInt8> = Set("JFMASOND".utf8)

    /// The dates, in order, none inside another.
    static func dates(in words: Words, _ range: Range<Int>) -> [DateText] {
        var dates: [DateText] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if canStart(words, index), let date = DateReading.date(in: words, at: index),
                index + date.wordCount <= range.upperBound
            {
                dates.append(date)
                index += date.wordCount
            } else {
                index += 1
            }
        }
        return dates
    }

    /// A date starts with one or two digits and a mark, or with a capital that begins the name of a month.
    private static func canStart(_ words: Words, _ index: Int) -> Bool {
        let word = words[index]
        let byte = words.text[Int(word.start)]
        if byte &- 0x30 < 10 {
            let end = Int(word.end)
            return end - Int(word.start) <= 2 && end < words.text.count
                && (words.text[end] == UInt8(ascii: "/") || words.text[end] == UInt8(ascii: "-"))
        }
        return byte &- 0x41 < 26 && initials.contains(byte)
    }
}
