package import Determinations

/// A holiday of one year, on the day on which it is kept.
package struct Holiday: Hashable, Sendable {
    /// Its name, such as `Thanksgiving Day`.
    package let name: String
    /// The day on which it is kept.
    package let date: CalendarDate
    /// Whether it is kept on another day than its own, because that one is a Sunday or a Saturday.
    package let isMoved: Bool
}

/// Which days of Government Code 6700 and 6701 are holidays for a claims office.
package enum HolidaySet: String, Hashable, Sendable, CaseIterable {
    /// The holidays that no source disputes; fewer holidays make earlier due dates, so this is the default.
    case strict
    /// Every holiday of the statute.
    case statutory

    /// The holidays kept in a year, in the order of their days.
    ///
    /// A holiday on a Sunday is kept on the Monday after; Veterans Day on a Saturday on the Friday before. A January 1 that
    /// is kept in this year is this year's: it is never moved into the year before.
    package func holidays(in year: Int) -> [Holiday] {
        HolidayRule.all.filter { self == .statutory || $0.isUndisputed }.compactMap { $0.holiday(in: year) }
            .sorted { $0.date < $1.date }
    }
}

/// How a holiday is found in a year.
private struct HolidayRule {
    enum Day {
        /// A day of a month.
        case fixed(month: Int, day: Int)
        /// The nth weekday of a month, 0 is Sunday; the last one for n = 0.
        case weekday(Int, nth: Int, month: Int)
    }

    let name: String
    let day: Day
    let isUndisputed: Bool
    var isKeptOnFridayBefore = false

    static let all = [
        HolidayRule(name: "New Year's Day", day: .fixed(month: 1, day: 1), isUndisputed: true),
        HolidayRule(name: "Martin Luther King Jr. Day", day: .weekday(1, nth: 3, month: 1), isUndisputed: true),
        HolidayRule(name: "Lincoln Day", day: .fixed(month: 2, day: 12), isUndisputed: false),
        HolidayRule(name: "Presidents' Day", day: .weekday(1, nth: 3, month: 2), isUndisputed: true),
        HolidayRule(name: "Cesar Chavez Day", day: .fixed(month: 3, day: 31), isUndisputed: false),
        HolidayRule(name: "Memorial Day", day: .weekday(1, nth: 0, month: 5), isUndisputed: true),
        HolidayRule(name: "Independence Day", day: .fixed(month: 7, day: 4), isUndisputed: true),
        HolidayRule(name: "Labor Day", day: .weekday(1, nth: 1, month: 9), isUndisputed: true),
        HolidayRule(name: "Admission Day", day: .fixed(month: 9, day: 9), isUndisputed: false),
        HolidayRule(name: "Native American Day", day: .weekday(5, nth: 4, month: 9), isUndisputed: false),
        HolidayRule(name: "Columbus Day", day: .weekday(1, nth: 2, month: 10), isUndisputed: false),
        HolidayRule(
            name: "Veterans Day", day: .fixed(month: 11, day: 11), isUndisputed: true, isKeptOnFridayBefore: true),
        HolidayRule(name: "Thanksgiving Day", day: .weekday(4, nth: 4, month: 11), isUndisputed: true),
        HolidayRule(name: "Christmas Day", day: .fixed(month: 12, day: 25), isUndisputed: true),
    ]

    func holiday(in year: Int) -> Holiday? {
        switch day {
        case .fixed(let month, let day):
            guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
            let shift = date.weekday == 0 ? 1 : date.weekday == 6 && isKeptOnFridayBefore ? -1 : 0
            return Holiday(name: name, date: date.adding(days: shift), isMoved: shift != 0)
        case .weekday(let weekday, let nth, let month):
            let last = CalendarDate.days(inMonth: month, of: year)
            guard let bound = CalendarDate(year: year, month: month, day: nth == 0 ? last : 1) else { return nil }
            let days =
                nth == 0 ? -((bound.weekday - weekday + 7) % 7) : (weekday - bound.weekday + 7) % 7 + 7 * (nth - 1)
            return Holiday(name: name, date: bound.adding(days: days), isMoved: false)
        }
    }
}
