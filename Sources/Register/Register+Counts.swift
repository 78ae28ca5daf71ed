package import Determinations
import GRDB

/// How many findings of a rule and a severity are in a state.
package struct FindingCount: Hashable, Sendable {
    /// The rule's code.
    package let code: String
    /// The severity.
    package let severity: Severity
    /// How far the review is.
    package let state: FindingState
    /// How many.
    package let number: Int

    /// A count.
    package init(code: String, severity: Severity, state: FindingState, number: Int) {
        self.code = code
        self.severity = severity
        self.state = state
        self.number = number
    }
}

/// How many items of a day or of a category were decided how.
package struct ItemCount: Hashable, Sendable {
    /// The day of receipt, ISO 8601, or the request category.
    package let name: String
    /// The decision; nil for items without one.
    package let decision: Decision?
    /// How many.
    package let number: Int
}

extension Register {
    /// How many arrivals ended in each event; of those held, how many are still held.
    package func counts() throws(RegisterFailure) -> [String: Int] {
        var counts = try arrivalCounts(nil).reduce(into: [:]) { $0[$1.event, default: 0] += $1.number }
        counts["held"] = try read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM arrivals WHERE event = 'held'") ?? 0
        }
        return counts
    }

    /// How many arrivals ended in each event on each day, the earliest day first.
    package func arrivalCounts(
        _ days: DayRange?
    ) throws(RegisterFailure) -> [(day: String, event: String, number: Int)] {
        try counted("SELECT day, event, number FROM arrival_counts WHERE day BETWEEN ? AND ? ORDER BY day, event", days)
        {
            (day: $0["day"], event: $0["event"], number: $0["number"])
        }
    }

    /// How many items were decided how, later copies of a letter left out, by day of receipt.
    package func itemsByDay(_ days: DayRange?) throws(RegisterFailure) -> [ItemCount] {
        try itemCounts("day", "category = ''", days)
    }

    /// How many items were decided how, later copies of a letter left out, by request category.
    package func itemsByCategory(_ days: DayRange?) throws(RegisterFailure) -> [ItemCount] {
        try itemCounts("category", "category <> ''", days)
    }

    private func itemCounts(
        _ name: String, _ condition: String, _ days: DayRange?
    ) throws(RegisterFailure) -> [ItemCount] {
        try counted(
            """
            SELECT \(name) AS name, decision, sum(number) AS number FROM item_counts
            WHERE \(condition) AND day BETWEEN ? AND ? GROUP BY \(name), decision
            """, days
        ) { ItemCount(name: $0["name"], decision: Decision(rawValue: $0["decision"]), number: $0["number"]) }
    }

    /// How many findings there are by rule, severity and state.
    package func findingCounts(_ days: DayRange?) throws(RegisterFailure) -> [FindingCount] {
        try counted(
            """
            SELECT code, rank, state, sum(number) AS number FROM finding_counts WHERE day BETWEEN ? AND ?
            GROUP BY code, rank, state HAVING sum(number) > 0 ORDER BY code, rank, state
            """, days
        ) {
            FindingCount(
                code: $0["code"], severity: Severity(row: $0["rank"]),
                state: FindingState(rawValue: $0["state"]) ?? .open,
                number: $0["number"])
        }
    }

    /// Arrivals that ended in an event, the newest first.
    /// - Parameters:
    ///   - event: `filed`, `duplicate`, `held` or `discarded`.
    ///   - before: The number of the last one of the page before.
    ///   - most: How many at the most.
    package func arrivals(
        _ event: String, before: Int? = nil, most: Int
    ) throws(RegisterFailure) -> [RegisteredArrival] {
        try read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: "SELECT * FROM arrivals WHERE event = ? AND seq < ? ORDER BY seq DESC LIMIT ?"),
                arguments: [event, before ?? Int.max, most]
            ).map { RegisteredArrival($0) }
        }
    }

    /// The line of the newest audit entry of an event that concerns no letter, such as `verified`; nil when there is none.
    package func lastEvent(_ event: String) throws(RegisterFailure) -> String? {
        try read { database in
            try String.fetchOne(
                database.cachedStatement(sql: "SELECT line FROM events WHERE event = ? ORDER BY seq DESC LIMIT 1"),
                arguments: [event])
        }
    }

    private func counted<Value>(
        _ sql: String, _ days: DayRange?, _ value: (Row) -> Value
    ) throws(RegisterFailure) -> [Value] {
        try read { database in
            try Row.fetchAll(
                database.cachedStatement(sql: sql), arguments: [days?.firstText ?? "", days?.lastText ?? "~"]
            ).map(value)
        }
    }
}
