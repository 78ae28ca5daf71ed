package import Determinations
import Foundation

/// Says which day it is in the office: the day of receipt is that of the configured time zone.
package struct ReceiptCalendar: Sendable {
    private let zone: TimeZone

    /// A calendar for a time zone's name; nil when there is no such zone.
    package init?(timeZone name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
    }

    /// The day at a time in milliseconds since 1970.
    package func day(of milliseconds: Int64) -> CalendarDate {
        CalendarDate(daysSinceEpoch: Int(localSeconds(milliseconds).floorDivided(by: 86_400)))
    }

    /// The minutes since midnight at a time in milliseconds since 1970.
    func minute(of milliseconds: Int64) -> Int {
        let seconds = localSeconds(milliseconds)
        return Int(seconds - seconds.floorDivided(by: 86_400) * 86_400) / 60
    }

    private func localSeconds(_ milliseconds: Int64) -> Int64 {
        let seconds = milliseconds / 1000
        return seconds + Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }
}
