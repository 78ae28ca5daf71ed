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
        let seconds = milliseconds / 1000
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        return CalendarDate(daysSinceEpoch: Int((seconds + Int64(offset)).floorDivided(by: 86_400)))
    }
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }
}
