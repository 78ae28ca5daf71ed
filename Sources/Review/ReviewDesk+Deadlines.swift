package import Deadlines
import Determinations
import Register

extension ReviewDesk {
    /// A page of deadlines, the earliest due date first.
    /// - Parameters:
    ///   - filter: Which; by default what overturned items ask for and nobody did yet.
    ///   - after: Where the page before ended.
    ///   - most: How many at the most, 1 to 1000.
    package func deadlines(
        _ filter: DeadlineFilter = DeadlineFilter(), after: DeadlinePlace? = nil, most: Int = 50
    ) throws(ReviewFailure) -> DeadlinePage {
        let most = min(max(most, 1), 1000)
        return try register.read { register in
            // Of one kind, the order of receipt is the order of due dates: the first of each kind, merged.
            var found: [(place: DeadlinePlace, deadline: RegisteredDeadline)] = []
            for kind in filter.kinds {
                let start = start(of: kind, filter.first, after)
                let rows = try register.deadlines(
                    kind.rawValue, isDone: filter.isDone, receivedFrom: start.day, after: start.key, most: most + 1)
                found += rows.compactMap { row in place(of: row, kind).map { ($0, row) } }
            }
            found = found.filter { $0.place.date <= filter.last ?? $0.place.date }.sorted { $0.place < $1.place }
            let rows = try found.prefix(most).compactMap { _, deadline in
                try register.letter(deadline.key.letter).map { letter in
                    row(deadline, letter, try register.items(of: letter.sequence).first { $0.key == deadline.key })
                }
            }
            return DeadlinePage(rows: rows, next: found.count > most ? found[most - 1].place : nil)
        }
    }

    /// How many deadlines of the kinds are past and not done, and how many are due within some days from today.
    package func dueCounts(
        _ kinds: Set<DeadlineKind> = [.authorize, .pay], within days: Int
    ) throws(ReviewFailure) -> (overdue: Int, soon: Int) {
        let today = sources.today
        return try register.read { register in
            var counts = (overdue: 0, soon: 0)
            for kind in kinds {
                let first = sources.counting.earliestReceipt(of: kind, dueOnOrAfter: today)
                let after = sources.counting.earliestReceipt(of: kind, dueOnOrAfter: today.adding(days: days + 1))
                counts.overdue += try register.countDeadlines(
                    kind.rawValue, received: DayRange(from: nil, to: first.adding(days: -1)))
                counts.soon += try register.countDeadlines(
                    kind.rawValue, received: DayRange(from: first, to: after.adding(days: -1)))
            }
            return counts
        }
    }

    func row(_ deadline: RegisteredDeadline, _ letter: RegisteredLetter, _ item: RegisteredItem?) -> DeadlineRow {
        let kind = DeadlineKind(rawValue: deadline.kind) ?? .petition
        let today = sources.today
        let due = sources.counting.due(kind, receivedOn: CalendarDate(deadline.receiptDay) ?? today)
        let daysLeft = due.date.daysSinceEpoch - today.daysSinceEpoch
        return DeadlineRow(
            key: deadline.key, due: due, letter: letter, item: item, done: deadline.done,
            standing: deadline.done != nil ? .done : daysLeft < 0 ? .overdue : daysLeft == 0 ? .today : .ahead,
            daysLeft: daysLeft)
    }

    private func place(of deadline: RegisteredDeadline, _ kind: DeadlineKind) -> DeadlinePlace? {
        CalendarDate(deadline.receiptDay).map { receipt in
            DeadlinePlace(
                date: sources.counting.due(kind, receivedOn: receipt).date, kind: kind, receipt: receipt,
                key: deadline.key)
        }
    }

    /// From which receipt on deadlines of a kind are wanted: those before are due earlier, or were on the pages before.
    private func start(
        of kind: DeadlineKind, _ first: CalendarDate?, _ after: DeadlinePlace?
    ) -> (day: CalendarDate?, key: RowKey?) {
        guard let after, first.map({ $0 <= after.date }) ?? true else {
            return (first.map { sources.counting.earliestReceipt(of: kind, dueOnOrAfter: $0) }, nil)
        }
        if kind == after.kind { return (after.receipt, after.key) }
        let day = kind < after.kind ? after.date.adding(days: 1) : after.date
        return (sources.counting.earliestReceipt(of: kind, dueOnOrAfter: day), nil)
    }
}
