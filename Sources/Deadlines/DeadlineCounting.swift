package import Determinations

/// Counts due dates from the day of receipt.
///
/// A period leaves out its first day and includes its last. Of the 5 days only working days count; the 20 and the 30 days are
/// calendar days, and a last day that is no working day moves to the next one that is.
package struct DeadlineCounting: Hashable, Sendable {
    /// Which days are working days.
    package let calendar: WorkingCalendar
    /// Whether letters are served by mail, which makes the period for a petition five days longer.
    package let isServedByMail: Bool

    /// A way of counting; the defaults give the earlier date wherever sources disagree.
    package init(calendar: WorkingCalendar = WorkingCalendar(), isServedByMail: Bool = false) {
        self.calendar = calendar
        self.isServedByMail = isServedByMail
    }

    /// When something is due.
    /// - Parameters:
    ///   - kind: What.
    ///   - receipt: The day on which the letter was received; a petition is counted from it as the day of service.
    package func due(_ kind: DeadlineKind, receivedOn receipt: CalendarDate) -> DueDate {
        switch kind {
        case .authorize: workingDays(5, kind, receipt)
        case .pay: calendarDays(20, kind, receipt, "receipt", "8 CCR 9792.10.7(a)")
        case .petition:
            calendarDays(
                isServedByMail ? 35 : 30, kind, receipt, isServedByMail ? "service by mail" : "service", "8 CCR 10575")
        }
    }

    /// The earliest day of receipt whose due date is on or after a day.
    ///
    /// Due dates never go back as receipts go on, so that a list ordered by receipt is ordered by due date.
    package func earliestReceipt(of kind: DeadlineKind, dueOnOrAfter day: CalendarDate) -> CalendarDate {
        var receipt = day
        while due(kind, receivedOn: receipt.adding(days: -1)).date >= day, receipt != receipt.adding(days: -1) {
            receipt = receipt.adding(days: -1)
        }
        return receipt
    }

    private func workingDays(_ count: Int, _ kind: DeadlineKind, _ receipt: CalendarDate) -> DueDate {
        let date = calendar.day(count, workingDaysAfter: receipt)
        var skipped: [String] = []
        var day = receipt.adding(days: 1)
        while day < date {
            if day.weekday != 0, day.weekday != 6, let reason = calendar.dayOff(day) {
                skipped.append("\(reason) (\(day))")
            }
            day = day.adding(days: 1)
        }
        let rest = skipped.isEmpty ? "" : ", nor " + skipped.joined(separator: ", ")
        return DueDate(
            kind: kind, receipt: receipt, date: date,
            explanation: "\(count) working days after receipt on \(receipt.weekdayName) \(receipt); weekends are not "
                + "counted\(rest) (8 CCR 9792.10.7(a)).")
    }

    private func calendarDays(
        _ count: Int, _ kind: DeadlineKind, _ receipt: CalendarDate, _ event: String, _ source: String
    ) -> DueDate {
        let last = receipt.adding(days: count)
        let date = calendar.workingDay(onOrAfter: last)
        let start = event == "receipt" ? "receipt on" : "\(event), counted from receipt on"
        let moved =
            calendar.dayOff(last).map { "; day \(count), \(last), is no working day (\($0)): the next one" } ?? ""
        return DueDate(
            kind: kind, receipt: receipt, date: date,
            explanation: "\(count) days after \(start) \(receipt.weekdayName) \(receipt)\(moved) (\(source)).")
    }
}
