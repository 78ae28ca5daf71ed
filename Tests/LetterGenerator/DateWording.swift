import Determinations

/// How people write dates.
enum DateWording {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// A manner that one writer keeps to.
    enum Manner: CaseIterable, Sendable {
        case slashes, shortSlashes, dashes, shortDashes, named, spaced
    }

    static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// `mm/dd/yyyy`, as header tables have it.
    static func header(_ date: CalendarDate) -> String { "\(padded(date.month))/\(padded(date.day))/\(date.year)" }

    /// A date in a manner.
    static func text(_ date: CalendarDate, _ manner: Manner) -> String {
        let shortYear = padded(date.year % 100)
        return switch manner {
        case .slashes: header(date)
        case .shortSlashes: "\(date.month)/\(date.day)/\(shortYear)"
        case .dashes: "\(padded(date.month))-\(padded(date.day))-\(date.year)"
        case .shortDashes: "\(date.month)-\(date.day)-\(shortYear)"
        case .named: "\(months[date.month - 1]) \(date.day), \(date.year)"
        case .spaced: "\(padded(date.month))/\(padded(date.day))/ \(date.year)"
        }
    }

    /// A date without its year: `August 26th`.
    static func withoutYear(_ date: CalendarDate) -> String {
        let ending =
            switch date.day {
            case 1, 21, 31: "st"
            case 2, 22: "nd"
            case 3, 23: "rd"
            default: "th"
            }
        return "\(months[date.month - 1]) \(date.day)\(ending)"
    }
}
