package import Determinations
import LetterReading

/// A date that no calendar has, or that lies after the decision.
///
/// **Finds** a date in the case summary or a rationale whose month or day does not exist; and one that lies after the decision date
/// of the header although it is told as past.
///
/// **Why it matters:** a wrong date makes it uncertain which record was meant.
///
/// **Example:** "Progress report dated 02/30/2016".
///
/// **Quiet:** for what may be doses or ratios (a year of two digits counts only after "on", "dated" and the like), for appointments
/// that lie ahead ("scheduled for"), and about the second kind when the header has no decision date.
package enum C03ImpossibleDate: AnomalyRule {
    package static let code = "C03"
    package static let name = "impossible-date"
    package static let severity = Severity.warning

    private static let introductions = WordSet("on dated date dates dos doi since injury")
    private static let plans = WordSet(
        "scheduled schedule until till through thru next upcoming planned expires expiring expire future appointment return "
            + "follow followup will by due anticipated expected tentatively surgery")
    private static let planReach = 8

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let dates = letter.summaryDates + letter.rationaleDates
        let impossible = dates.filter { isImpossible($0, letter.words) }.map { date in
            finding(
                "A date exists in no calendar.", expected: "a day that exists",
                found: "\"\(letter.string(date.range))\"", in: letter, at: [date.range])
        }
        guard let decision = letter.determination.header?.decision.value else { return impossible }
        let late = dates.compactMap { text -> Finding? in
            guard let date = text.date, date > decision.value, isYearCertain(text, date, decision.value, letter.words),
                !isPlanned(text, letter.words)
            else { return nil }
            return finding(
                "A date told as past lies after the decision date.", expected: "no later than \(decision.value)",
                found: "\"\(letter.string(text.range))\"", in: letter, at: [text.range, decision.range])
        }
        return impossible + late
    }

    private static func isImpossible(_ date: DateText, _ words: Words) -> Bool {
        guard date.date == nil, let year = date.year, (1900...2099).contains(year) else { return false }
        if hasLongYear(date, words) { return true }
        let first = words.index(at: date.range.start)
        return words.text[Int(words[first].end)] == UInt8(ascii: "/") && first > 0
            && introductions.contains(words[first - 1].key)
    }

    /// The century of a year of two digits is a guess: such a date counts only when it lies near the decision.
    private static func isYearCertain(
        _ text: DateText, _ date: CalendarDate, _ decision: CalendarDate, _ words: Words
    ) -> Bool {
        hasLongYear(text, words) || date < decision.adding(days: 730)
    }

    private static func hasLongYear(_ date: DateText, _ words: Words) -> Bool {
        let last = words[words.index(at: date.range.start) + date.wordCount - 1]
        return last.end - last.start == 4
    }

    private static func isPlanned(_ date: DateText, _ words: Words) -> Bool {
        var index = words.index(at: date.range.start) - 1
        let limit = max(0, index - planReach)
        while index > limit, !words.endsSentence(index) {
            if plans.contains(words[index].key) { return true }
            index -= 1
        }
        return false
    }
}
