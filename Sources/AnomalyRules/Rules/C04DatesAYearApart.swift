package import Determinations
import LetterReading

/// A record and the utilization review decision bear the same day of neighbouring years.
///
/// **Finds** a date in the case summary with the month and day of the utilization review decision, one year before or after it.
///
/// **Why it matters:** one of the two years is nearly always a slip of the pen; which record was reviewed is then uncertain.
///
/// **Example:** a progress report of 05/15/2013 and a review of 05/15/2014.
///
/// **Quiet:** for anniversaries of the injury, for birth dates, and for years further apart.
package enum C04DatesAYearApart: AnomalyRule {
    package static let code = "C04"
    package static let name = "dates-a-year-apart"
    package static let severity = Severity.warning

    private static let birth = WordSet("born birth dob birthday birthdate")

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let header = letter.determination.header
        let reviews = letter.facts.reviewDates + (header?.urDenial.value.map { [$0] } ?? [])
        let injuries = letter.facts.injuryDates.map(\.value) + (header?.injury.value.map { [$0.value] } ?? [])
        var reported: [ByteRange] = []
        return reviews.filter { review in !injuries.contains { isSameDay($0, review.value) } }.flatMap { review in
            letter.summaryDates.compactMap { text -> Finding? in
                guard let date = text.date, isSameDay(date, review.value), abs(date.year - review.value.year) == 1,
                    !reported.contains(text.range), !isBirth(text, letter.words)
                else { return nil }
                reported += [text.range, review.range]
                return finding(
                    "A record and the utilization review decision bear the same day of neighbouring years.",
                    expected: "one of the two years to be checked", found: "\(date) and \(review.value)", in: letter,
                    at: [text.range, review.range])
            }
        }
    }

    private static func isSameDay(_ one: CalendarDate, _ other: CalendarDate) -> Bool {
        one.month == other.month && one.day == other.day
    }

    private static func isBirth(_ date: DateText, _ words: Words) -> Bool {
        let first = words.index(at: date.range.start)
        return (max(0, first - 4)..<first).contains { birth.contains(words[$0].key) }
    }
}
