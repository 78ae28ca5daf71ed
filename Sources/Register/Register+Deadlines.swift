package import Determinations
import GRDB

extension Register {
    /// What is due of one kind, the earliest receipt first.
    /// - Parameters:
    ///   - kind: `authorize`, `pay` or `petition`.
    ///   - isDone: Whether those are wanted that are done, or those that are not.
    ///   - day: The earliest day of receipt; nil for any.
    ///   - after: The last one of that day that is not wanted any more; nil for none.
    ///   - most: How many at the most.
    package func deadlines(
        _ kind: String, isDone: Bool, receivedFrom day: CalendarDate?, after: RowKey? = nil, most: Int
    ) throws(RegisterFailure) -> [RegisteredDeadline] {
        try read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT * FROM deadlines WHERE done = ? AND kind = ? AND (receipt_day, id) > (?, ?)
                        ORDER BY receipt_day, id LIMIT ?
                        """),
                arguments: [isDone, kind, day?.description ?? "", after?.id ?? -1, most]
            ).map { RegisteredDeadline($0) }
        }
    }

    /// How many of one kind are due and not done, received on some days.
    package func countDeadlines(_ kind: String, received days: DayRange?) throws(RegisterFailure) -> Int {
        try read { database in
            try Int.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT count(*) FROM deadlines WHERE done = 0 AND kind = ? AND receipt_day BETWEEN ? AND ?
                        """),
                arguments: [kind, days?.firstText ?? "", days?.lastText ?? "~"]) ?? 0
        }
    }
}
