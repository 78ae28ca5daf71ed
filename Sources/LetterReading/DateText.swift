package import Determinations

/// Something written as a date, whether or not the calendar has it.
package struct DateText: Hashable, Sendable {
    /// The day; nil when the calendar has no such day or no year is given.
    package let date: CalendarDate?
    /// The month as written, 1 to 12 when a month name or a valid number stands there.
    package let month: Int
    /// The day of the month as written.
    package let day: Int
    /// The year, four digits; nil when none is given.
    package let year: Int?
    /// The bytes.
    package let range: ByteRange
    /// The number of words.
    package let wordCount: Int
}

/// Reads dates in free text and in tables.
///
/// - `11/24/2014`, `8/9/94`, `11-03-2010`, `11-3-10`: month, day, year with the same mark twice.
/// - `10/14/ 2016`: blanks after a mark.
/// - `July 7, 2004`, `Sept. 3rd, 2015`, `August 26th` (no year).
/// - A year of two digits is of this century up to 49, else of the last one.
package enum DateReading {
    private static let months = [
        (1, "january, jan"), (2, "february, feb"), (3, "march, mar"), (4, "april, apr"), (5, "may"), (6, "june, jun"),
        (7, "july, jul"), (8, "august, aug"), (9, "september, sept, sep"), (10, "october, oct"),
        (11, "november, nov"), (12, "december, dec"),
    ]
    private static let monthNames = PhraseTable(months)

    /// The keys of the words that name a month.
    package static let monthKeys = months.flatMap { month in
        month.1.split(separator: ", ").map { Word.key(of: String($0)) }
    }

    /// The date whose first word stands at an index, or nil.
    package static func date(in words: Words, at index: Int) -> DateText? {
        guard index < words.count else { return nil }
        return words.text[Int(words[index].start)] &- 0x30 < 10
            ? numericDate(in: words, at: index) : namedDate(in: words, at: index)
    }

    /// Every date in a range of bytes, in order, none inside another.
    package static func dates(in words: Words, _ range: ByteRange) -> [DateText] {
        var dates: [DateText] = []
        let indices = words.indices(in: range)
        var index = indices.lowerBound
        while index < indices.upperBound {
            if let date = date(in: words, at: index), date.range.end <= range.end {
                dates.append(date)
                index += date.wordCount
            } else {
                index += 1
            }
        }
        return dates
    }

    private static func numericDate(in words: Words, at index: Int) -> DateText? {
        guard index + 2 < words.count, let month = words.number(index), digits(words, index) <= 2,
            let day = words.number(index + 1), digits(words, index + 1) <= 2,
            let year = words.number(index + 2), digits(words, index + 2) == 2 || digits(words, index + 2) == 4,
            let mark = separator(words, index), mark == separator(words, index + 1)
        else { return nil }
        // `1-2-3/4` and `10/325/60` are no dates: nothing may be glued on either side.
        let start = Int(words[index].start)
        if start > 0, words.text[start - 1] == mark { return nil }
        let end = Int(words[index + 2].end)
        if end + 1 < words.text.count, words.text[end] == mark, words.text[end + 1] &- 0x30 < 10 { return nil }
        let wholeYear = digits(words, index + 2) == 4 ? year : year < 50 ? 2000 + year : 1900 + year
        return DateText(
            date: CalendarDate(year: wholeYear, month: month, day: day), month: month, day: day, year: wholeYear,
            range: ByteRange(start, end), wordCount: 3)
    }

    private static func namedDate(in words: Words, at index: Int) -> DateText? {
        guard words.isCapitalized(index), let month = monthNames[words[index].key], index + 1 < words.count,
            let day = dayOfMonth(words, index + 1), words.gap(before: index + 1) < .paragraph
        else { return nil }
        let start = Int(words[index].start)
        if let year = words.number(index + 2), digits(words, index + 2) == 4, (1900...2099).contains(year),
            words.gap(before: index + 2) < .paragraph, isOnlyComma(words, between: index + 1)
        {
            return DateText(
                date: CalendarDate(year: year, month: month, day: day), month: month, day: day, year: year,
                range: ByteRange(start, Int(words[index + 2].end)), wordCount: 3)
        }
        return DateText(
            date: nil, month: month, day: day, year: nil, range: ByteRange(start, Int(words[index + 1].end)),
            wordCount: 2)
    }

    private static func dayOfMonth(_ words: Words, _ index: Int) -> Int? {
        if let day = words.number(index) { return digits(words, index) <= 2 ? day : nil }
        let text = words.string(index).lowercased()
        guard text.hasSuffix("st") || text.hasSuffix("nd") || text.hasSuffix("rd") || text.hasSuffix("th") else {
            return nil
        }
        return Int(text.dropLast(2)).flatMap { (0...99).contains($0) ? $0 : nil }
    }

    private static func digits(_ words: Words, _ index: Int) -> Int { Int(words[index].end - words[index].start) }

    /// The `/` or `-` that stands directly after a word, with nothing but white space up to the next word.
    private static func separator(_ words: Words, _ index: Int) -> UInt8? {
        let end = Int(words[index].end)
        let mark = words.text[end]
        guard mark == 0x2F || mark == 0x2D else { return nil }
        for byte in words.text[(end + 1)..<Int(words[index + 1].start)] where !Folding.isWhite(byte) { return nil }
        return words.gap(before: index + 1) == .paragraph ? nil : mark
    }

    private static func isOnlyComma(_ words: Words, between index: Int) -> Bool {
        words.text[Int(words[index].end)..<Int(words[index + 1].start)].allSatisfy {
            Folding.isWhite($0) || $0 == 0x2C || $0 == 0x2E
        }
    }
}
