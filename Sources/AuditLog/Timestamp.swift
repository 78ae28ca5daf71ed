package import Determinations

/// A moment as the log writes it: UTC, RFC 3339, three digits of milliseconds, `2026-11-21T03:07:39.120Z`.
package enum Timestamp {
    private static let dayLength = 86_400_000

    /// A moment as text.
    /// - Parameter milliseconds: Since 1970; years outside 1 to 9999 are moved to the nearest day inside.
    package static func text(_ milliseconds: Int) -> String {
        let (days, inDay) = split(milliseconds)
        return CalendarDate(daysSinceEpoch: days).description + "T"
            + padded(inDay / 3_600_000, 2) + ":" + padded(inDay / 60_000 % 60, 2) + ":"
            + padded(inDay / 1000 % 60, 2) + "." + padded(inDay % 1000, 3) + "Z"
    }

    /// Milliseconds since 1970, or nil unless the text is exactly what `text` writes.
    package static func milliseconds(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
            let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
            let second = number(bytes[17..<19]), let thousandth = number(bytes[20..<23]),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        let inDay = ((hour * 60 + minute) * 60 + second) * 1000 + thousandth
        let moment = date.daysSinceEpoch * dayLength + inDay
        return self.text(moment) == text ? moment : nil
    }

    /// The UTC day of a moment.
    package static func day(_ milliseconds: Int) -> CalendarDate {
        CalendarDate(daysSinceEpoch: split(milliseconds).days)
    }

    private static func split(_ milliseconds: Int) -> (days: Int, inDay: Int) {
        let inDay = (milliseconds % dayLength + dayLength) % dayLength
        return ((milliseconds - inDay) / dayLength, inDay)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.allSatisfy { (0x30...0x39).contains($0) } ? digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } : nil
    }
}
