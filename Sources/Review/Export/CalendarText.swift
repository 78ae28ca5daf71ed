import AuditLog
import Deadlines
import Determinations
import Register

/// Deadlines as a calendar (RFC 5545): an event of a whole day for each.
///
/// Lines end in CR LF and are folded at 75 octets between characters; texts are escaped. The UID of a deadline is the same in
/// every export, so that a calendar that is read again has each of them once.
package enum CalendarText {
    /// What stands before the events.
    package static let head = text(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//imrd//imrd//EN", "CALSCALE:GREGORIAN"])
    /// What stands after the events.
    package static let tail = text(["END:VCALENDAR"])

    /// Events of the calendar.
    /// - Parameter rows: The deadlines; those that are done are left out.
    package static func events(_ rows: [DeadlineRow]) -> String {
        text(rows.filter { $0.done == nil }.flatMap(event))
    }

    private static func text(_ lines: [String]) -> String { lines.map { folded($0) + "\r\n" }.joined() }

    private static func event(_ row: DeadlineRow) -> [String] {
        let subject = row.item.map { "\(row.due.kind.action): \($0.request)" } ?? row.due.kind.action
        return [
            "BEGIN:VEVENT", "UID:\(row.letter.arrival)-\(row.key.place)-\(row.due.kind.rawValue)@imrd",
            "DTSTAMP:\(stamp(row.letter.received))", "DTSTART;VALUE=DATE:\(day(row.due.date))",
            "DTEND;VALUE=DATE:\(day(row.due.date.adding(days: 1)))",
            "SUMMARY:\(escaped("\(subject) (\(row.letter.caseNumber ?? row.letter.name))"))",
            "DESCRIPTION:\(escaped("Letter \(row.letter.sequence). \(row.due.explanation)"))",
            "CATEGORIES:\(row.due.kind.rawValue.uppercased())", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    private static func day(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

    /// `20261121T160411Z` from RFC 3339.
    private static func stamp(_ time: String) -> String {
        Timestamp.text(Timestamp.milliseconds(time) ?? 0).prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    private static func escaped(_ text: String) -> String {
        PlainText.line(text).replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
    }

    private static func folded(_ line: String) -> String {
        var result = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let length = UTF8.width(scalar)
            if octets + length > 75 {
                result += "\r\n "
                octets = 1
            }
            result.unicodeScalars.append(scalar)
            octets += length
        }
        return result
    }
}
