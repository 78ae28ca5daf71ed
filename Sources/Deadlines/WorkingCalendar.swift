package import Determinations

/// Tells working days from other days.
///
/// Saturdays and Sundays are none (panel decisions under Labor Code 4610 say so of Saturdays, although Civil Code 9 counts
/// them), nor are the holidays of the set, nor the further closures of the office. The Friday after Thanksgiving is one.
package struct WorkingCalendar: Hashable, Sendable {
    /// The holidays that are kept.
    package let holidays: HolidaySet
    /// Further days on which the office is closed.
    package let closures: Set<CalendarDate>

    /// A calendar.
    package init(holidays: HolidaySet = .strict, closures: Set<CalendarDate> = []) {
        self.holidays = holidays
        self.closures = closures
    }

    /// Why a day is no working day: `Saturday`, a holiday's name, `office closed`; nil for a working day.
    package func dayOff(_ date: CalendarDate) -> String? {
        if date.weekday == 0 || date.weekday == 6 { return date.weekdayName }
        if let holiday = holidays.holidays(in: date.year).first(where: { $0.date == date }) {
            return holiday.name + (holiday.isMoved ? ", moved" : "")
        }
        return closures.contains(date) ? "office closed" : nil
    }

    /// Whether people work on a day.
    package func isWorkingDay(_ date: CalendarDate) -> Bool { dayOff(date) == nil }

    /// The day itself when it is a working day, else the next one that is.
    package func workingDay(onOrAfter date: CalendarDate) -> CalendarDate {
        var day = date
        while !isWorkingDay(day), day < CalendarDate.last { day = day.adding(days: 1) }
        return day
    }

    /// The nth working day after a day; the day itself is not counted.
    package func day(_ count: Int, workingDaysAfter start: CalendarDate) -> CalendarDate {
        var day = start
        for _ in 0..<count { day = workingDay(onOrAfter: day.adding(days: 1)) }
        return day
    }
}

extension CalendarDate {
    /// The last day that a date can be; closures that never end must not be counted for ever.
    fileprivate static var last: CalendarDate { CalendarDate(daysSinceEpoch: .max) }

    /// `Monday` to `Sunday`.
    package var weekdayName: String {
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"][weekday]
    }
}
