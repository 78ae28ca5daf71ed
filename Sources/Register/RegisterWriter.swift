import Determinations
import GRDB
import Records

/// Writes one audit entry into the register.
struct RegisterWriter {
    let database: Database
    let entry: JSON
    let sequence: Int
    /// What the transaction adds to the counts.
    let counts: CountChanges
    /// The day in the office at a moment.
    let day: (_ time: String) -> CalendarDate

    /// Events that come so often, or concern so little, that they are left to the log.
    private static let passedOver: Set<String> = ["noticed-late"]

    func write(record: JSON?) throws {
        guard let event = entry["event"]?.text else { return }
        switch event {
        case "filed", "duplicate", "held", "discarded", "released":
            guard let arrival = entry["arrival"]?.text else { return }
            try writeArrival(arrival, event)
            // A record that is gone with its bag must not hide that the letter was filed.
            guard event == "filed" else { return }
            try LetterWriter(entry: self, record: record ?? .null, arrival: arrival, day: receiptDay).write()
        case "reviewed": try ReviewWriter(entry: self).write()
        case _ where !Self.passedOver.contains(event):
            try execute(
                "INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?, ?)",
                [sequence, event, time, actor, entry.line])
        default: break
        }
    }

    var time: String { entry["time"]?.text ?? "" }
    var actor: String { entry["actor"]?.text ?? "" }

    private func writeArrival(_ arrival: String, _ event: String) throws {
        if event == "released" || event == "discarded" {
            // What is said of it was said when it was held.
            try execute("UPDATE arrivals SET event = ?, seq = ? WHERE arrival = ?", [event, sequence, arrival])
        } else {
            let reason = entry["reason"]
            try execute(
                "INSERT OR REPLACE INTO arrivals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    arrival, sequence, event, time, entry["name"]?.text ?? "", entry["source"]?.text,
                    entry["bytes"]?.integer ?? 0, entry["sha256"]?.text, entry["path"]?.text, reason?["code"]?.text,
                    reason?["message"]?.text, reason?["found"]?.text,
                ])
        }
        let day = event == "filed" ? receiptDay : self.day(entry["received"]?.text ?? time).description
        counts.addArrival(event, day, sequence)
    }

    /// The day of receipt, fixed when the letter was claimed: the bag that it stands in.
    var receiptDay: String {
        entry["path"]?.text?.split(separator: "/").prefix(3).joined(separator: "-") ?? ""
    }

    func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Puts a finding into a state, and notes who did it.
    func setState(of finding: Int, to state: FindingState) throws {
        guard
            let row = try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT code, rank, state, day FROM findings
                        JOIN letters ON letters.seq = \(RowKey.letter(of: "findings.id")) WHERE findings.id = ?
                        """), arguments: [finding]),
            row["state"] != state.rawValue
        else { return }
        try execute("UPDATE findings SET state = ? WHERE id = ?", [state.rawValue, finding])
        counts.addFindings(row["code"], row["day"], row["rank"], row["state"], -1)
        counts.addFindings(row["code"], row["day"], row["rank"], state.rawValue, 1)
    }
}
