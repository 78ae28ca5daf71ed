package import Determinations
import GRDB
package import Records

/// A letter as the register knows it.
package struct RegisteredLetter: Hashable, Sendable {
    /// The arrival.
    package let arrival: String
    /// When it was received, RFC 3339.
    package let received: String
    /// The sender's file name, escaped.
    package let name: String
    /// The case number; nil when the letter has none.
    package let caseNumber: String?
    /// The path below the archive.
    package let path: String
    /// SHA-256 of its folded text, hexadecimal.
    package let textSha256: String
}

/// A finding as the register knows it, with the letter it is about.
package struct RegisteredFinding: Hashable, Sendable {
    /// The letter.
    package let letter: RegisteredLetter
    /// The finding: the object of the record, evidence included.
    package let finding: JSON
}

extension Register {
    /// The earliest letter filed with this folded text; nil when there is none.
    package func letter(textSha256: String) throws(RegisterFailure) -> RegisteredLetter? {
        try read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT * FROM letters WHERE text_sha256 = ? ORDER BY seq LIMIT 1")
            return try Row.fetchOne(statement, arguments: [textSha256]).map { RegisteredLetter($0) }
        }
    }

    /// The path of the letter filed with these bytes; nil when there is none.
    package func path(sha256: String) throws(RegisterFailure) -> String? {
        try read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT path FROM letters WHERE sha256 = ? ORDER BY seq LIMIT 1")
            return try String.fetchOne(statement, arguments: [sha256])
        }
    }

    /// The letters of a case, the earliest first, each with its items: number, request in dispute, decision.
    package func letters(
        ofCase caseNumber: CaseNumber
    ) throws(RegisterFailure) -> [(letter: RegisteredLetter, items: [(request: String, decision: Decision)])] {
        try read { database in
            let rows = try Row.fetchAll(
                database.cachedStatement(sql: "SELECT * FROM letters WHERE case_number = ? ORDER BY seq"),
                arguments: [caseNumber.description])
            return try rows.map { row in
                let letter = RegisteredLetter(row)
                let items = try Row.fetchAll(
                    database.cachedStatement(
                        sql: "SELECT request, decision FROM items WHERE arrival = ? ORDER BY number"),
                    arguments: [letter.arrival])
                return (
                    letter,
                    items.compactMap { item in
                        Decision(rawValue: item["decision"] ?? "").map { (request: item["request"], decision: $0) }
                    }
                )
            }
        }
    }

    /// Findings at or above a severity, the newest letter first.
    /// - Parameters:
    ///   - severities: Which severities are wanted.
    ///   - most: How many at the most.
    package func findings(severities: [Severity], most: Int) throws(RegisterFailure) -> [RegisteredFinding] {
        let marks = severities.map { _ in "?" }.joined(separator: ", ")
        return try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT findings.*, letters.received, letters.name AS letter_name, letters.case_number, letters.path,
                        letters.text_sha256
                    FROM findings JOIN letters USING (arrival)
                    WHERE severity IN (\(marks)) ORDER BY findings.seq DESC, findings.number LIMIT ?
                    """,
                arguments: StatementArguments(severities.map(\.rawValue)) + [most])
            return rows.map { row in
                RegisteredFinding(letter: RegisteredLetter(row, name: row["letter_name"]), finding: finding(row))
            }
        }
    }

    /// How many arrivals ended in each event.
    package func counts() throws(RegisterFailure) -> [String: Int] {
        try read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT event, count(*) AS number FROM arrivals GROUP BY event")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["event"], $0["number"]) })
        }
    }

    private func finding(_ row: Row) -> JSON {
        let evidence: String = row["evidence"]
        return .object([
            "code": .string(row["code"]), "name": .string(row["name"]), "severity": .string(row["severity"]),
            "message": .string(row["message"]), "expected": .string(row["expected"]), "found": .string(row["found"]),
            "item": .optional(row["item"] as Int?), "evidence": (try? JSON(reading: evidence.utf8)) ?? .array([]),
        ])
    }
}

extension RegisteredLetter {
    init(_ row: Row, name: String? = nil) {
        self.init(
            arrival: row["arrival"], received: row["received"], name: name ?? row["name"],
            caseNumber: row["case_number"],
            path: row["path"], textSha256: row["text_sha256"])
    }
}
