import GRDB

/// What a transaction adds to the counts: the letters of a batch change the same few rows, which are written once, at its end.
final class CountChanges {
    private struct Findings: Hashable {
        let code: String
        let day: String
        let rank: Int
        let state: String
    }

    private struct Items: Hashable {
        let category: String
        let day: String
        let decision: String
    }

    private struct Arrivals: Hashable {
        let event: String
        let day: String
    }

    private var findings: [Findings: Int] = [:]
    private var items: [Items: Int] = [:]
    private var arrivals: [Arrivals: (number: Int, first: Int, last: Int)] = [:]

    /// Counts findings of a code, a day and a severity into a state, or out of it.
    func addFindings(_ code: String, _ day: String, _ rank: Int, _ state: String, _ change: Int) {
        findings[Findings(code: code, day: day, rank: rank, state: state), default: 0] += change
    }

    /// Counts an item under a category; the empty one counts for the day.
    func addItem(_ category: String, _ day: String, _ decision: String) {
        items[Items(category: category, day: day, decision: decision), default: 0] += 1
    }

    /// Counts an arrival that ended in an event; `sequence` is the number of the audit entry.
    func addArrival(_ event: String, _ day: String, _ sequence: Int) {
        let count = arrivals[Arrivals(event: event, day: day)]
        arrivals[Arrivals(event: event, day: day)] = ((count?.number ?? 0) + 1, count?.first ?? sequence, sequence)
    }

    /// Writes all changes.
    func write(to database: Database) throws {
        for (key, change) in findings {
            try database.cachedStatement(
                sql: "INSERT INTO finding_counts VALUES (?, ?, ?, ?, ?5) ON CONFLICT DO UPDATE SET number = number + ?5"
            ).execute(arguments: [key.code, key.day, key.rank, key.state, change])
        }
        for (key, change) in items {
            try database.cachedStatement(
                sql: "INSERT INTO item_counts VALUES (?, ?, ?, ?4) ON CONFLICT DO UPDATE SET number = number + ?4"
            ).execute(arguments: [key.category, key.day, key.decision, change])
        }
        for (key, change) in arrivals {
            try database.cachedStatement(
                sql: """
                    INSERT INTO arrival_counts VALUES (?1, ?2, ?3, ?4, ?5)
                    ON CONFLICT DO UPDATE SET number = number + ?3, last = ?5
                    """
            ).execute(arguments: [key.event, key.day, change.number, change.first, change.last])
        }
    }
}
