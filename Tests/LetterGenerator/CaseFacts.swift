import Determinations

/// The invented worker and the course of the case; every writer draws on the same facts.
struct CaseFacts {
    /// The age at the time of the letter.
    let age: Int
    /// Whether the worker is a woman.
    let isWoman: Bool
    /// The injured part of the body.
    let region: BodyRegion
    /// The days, in the order of time.
    let dates: [HeaderLine: CalendarDate]
    /// The manner of dates in the summary.
    let manner: DateWording.Manner
    /// How the summary calls the worker.
    let worker: String
    /// What parts two sentences.
    let gap: String

    init(year: Int, _ chance: inout Chance) {
        let month = chance.within(1...12)
        let start = CalendarDate(year: year, month: month, day: 1) ?? CalendarDate(daysSinceEpoch: 16_436)
        let denial = start.adding(days: chance.below(28))
        let received = denial.adding(days: chance.within(0...20))
        let assigned = received.adding(days: chance.within(0...25))
        let decision = assigned.adding(days: chance.within(5...39))
        let injury = denial.adding(days: -chance.pick([chance.within(25...200), chance.within(200...5000)]))
        dates = [
            .injury: injury, .urDenial: denial, .applicationReceived: received, .assigned: assigned,
            .decision: decision,
        ]
        age = chance.within(32...72)
        isWoman = chance.happens(50)
        region = chance.pick(BodyRegion.spine + BodyRegion.limbs)
        manner = chance.pick(DateWording.Manner.allCases)
        worker = chance.pick(["injured worker", "patient", "applicant", "claimant"])
        gap = chance.happens(65) ? " " : "  "
    }

    /// The date of a header line.
    func date(_ line: HeaderLine) -> CalendarDate { dates[line] ?? CalendarDate(daysSinceEpoch: 16_436) }

    /// The manner of the date of injury; a list of writers never spells it with a stray blank.
    func text(_ date: CalendarDate) -> String { DateWording.text(date, manner) }

    /// A day between the injury and the denial that is no anniversary of the denial.
    func visit(_ chance: inout Chance) -> CalendarDate {
        let denial = date(.urDenial)
        let span = min(300, denial.daysSinceEpoch - date(.injury).daysSinceEpoch - 2)
        let day = denial.adding(days: -chance.within(1...max(1, span)))
        return day.month == denial.month && day.day == denial.day ? day.adding(days: 1) : day
    }

    var sex: String { isWoman ? "female" : "male" }
    var pronoun: String { isWoman ? "she" : "he" }
    var Pronoun: String { isWoman ? "She" : "He" }
    var possessive: String { isWoman ? "her" : "his" }
}
