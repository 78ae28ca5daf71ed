package import Determinations
import LetterReading

/// A date is given without its year.
///
/// **Finds** a month with a day in the case summary or a rationale, without a year behind it.
///
/// **Why it matters:** the order of events, and which record is meant, cannot be told.
///
/// **Example:** "injections were performed on August 26th".
///
/// **Quiet:** when a year follows in the same sentence within a few words, as in "March 3 and 10, 2016".
package enum C05DateWithoutYear: AnomalyRule {
    package static let code = "C05"
    package static let name = "date-without-year"
    package static let severity = Severity.info

    private static let reach = 6

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        (letter.summaryDates + letter.rationaleDates).filter { $0.year == nil && !isYearNear($0, letter.words) }
            .map { date in
                finding(
                    "A date has no year.", expected: "month, day and year",
                    found: "\"\(letter.string(date.range))\"", in: letter, at: [date.range])
            }
    }

    private static func isYearNear(_ date: DateText, _ words: Words) -> Bool {
        let first = words.index(at: date.range.start)
        var index = first + date.wordCount - 1
        while index + 1 < words.count, index < first + date.wordCount + reach, !words.endsSentence(index) {
            index += 1
            if let number = words.number(index), (1900...2099).contains(number) { return true }
        }
        return false
    }
}
