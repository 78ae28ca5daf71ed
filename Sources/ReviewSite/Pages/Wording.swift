import Determinations
import Foundation
import Register
import Review

/// How days, times and numbers are written for people.
struct Wording: Sendable {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

    /// The zone in which times are shown.
    let timeZone: TimeZone
    /// Days of this year are shown without it.
    let today: CalendarDate

    /// `Sat, Nov 21`, with the year unless it is this one.
    func day(_ date: CalendarDate) -> String {
        let weekday = Self.weekdays[(date.daysSinceEpoch % 7 + 7) % 7]
        return "\(weekday), " + Self.monthAndDay(date) + (date.year == today.year ? "" : ", \(date.year)")
    }

    /// The same for a day in ISO 8601; another text stays as it is.
    func day(_ text: String) -> String { CalendarDate(text).map(day) ?? text }

    /// `Nov 21, 06:04` for a time in RFC 3339 (UTC), `06:04` today; another text stays as it is.
    func time(_ text: String) -> String {
        guard let date = try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)) else {
            return text
        }
        let local = Int(date.timeIntervalSince1970.rounded(.down)) + timeZone.secondsFromGMT(for: date)
        let day = CalendarDate(daysSinceEpoch: Int((Double(local) / 86_400).rounded(.down)))
        let minute = (local % 86_400 + 86_400) % 86_400 / 60
        let clock = Self.two(minute / 60) + ":" + Self.two(minute % 60)
        if day == today { return clock }
        return Self.monthAndDay(day) + (day.year == today.year ? "" : ", \(day.year)") + ", " + clock
    }

    /// `in 3 days`, `today`, `2 days overdue`.
    static func within(_ days: Int) -> String {
        switch days {
        case ..<(-1): "\(-days) days overdue"
        case -1: "1 day overdue"
        case 0: "today"
        case 1: "tomorrow"
        default: "in \(days) days"
        }
    }

    /// `41,233`.
    static func number(_ number: Int) -> String {
        let digits = String(abs(number))
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return (number < 0 ? "−" : "") + text
    }

    /// `1 letter`, `1,204 letters`.
    static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(self.number(number)) \(number == 1 ? one : many ?? one + "s")"
    }

    /// `35 KB`.
    static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1024: "\(bytes) bytes"
        case ..<(1 << 20): "\((bytes + 512) >> 10) KB"
        case ..<(10 << 30): "\((bytes + (1 << 19)) >> 20) MB"
        default: "\(bytes >> 30) GB"
        }
    }

    /// `1 error, 2 notices`, the gravest first.
    static func severities(_ numbers: [Severity: Int]) -> String {
        numbers.sorted { $0.key > $1.key }.map { severity, number in
            severity == .info || severity == .held
                ? "\(Wording.number(number)) \(severity.rawValue)" : count(number, severity.rawValue)
        }.joined(separator: ", ")
    }

    /// `1 overturned, 2 upheld`.
    static func outcome(_ letter: RegisteredLetter) -> String {
        let parts = [(letter.overturned, "overturned"), (letter.upheld, "upheld")].filter { $0.0 > 0 }
        return parts.isEmpty ? "no decision read" : parts.map { "\($0) \($1)" }.joined(separator: ", ")
    }

    private static func monthAndDay(_ date: CalendarDate) -> String { "\(months[date.month - 1]) \(date.day)" }
    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}

extension RegisteredLetter {
    /// What people call the letter: its case, or its file where it has none.
    var title: String { caseNumber ?? name }
    /// The address of its page.
    var address: String { "/letters/\(arrival)" }
}
