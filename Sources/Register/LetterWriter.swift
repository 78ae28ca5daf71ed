import Determinations
import GRDB
import Records

/// Writes a letter that was filed, with its items, findings and deadlines.
struct LetterWriter {
    let entry: RegisterWriter
    let record: JSON
    let arrival: String
    /// The day of receipt.
    let day: String

    private var sequence: Int { entry.sequence }
    private var caseNumber: String? { record["determination"]?["caseNumber"]?.text ?? entry.entry["case"]?.text }
    private var textSha256: String { record["textSha256"]?.text ?? "" }

    func write() throws {
        let copyOf = try earlierCopy()
        try writeLetter(copyOf: copyOf)
        try writeItems(isCopy: copyOf != nil)
        for (index, finding) in (record["findings"]?.elements ?? []).prefix(RowKey.largestPlace).enumerated() {
            try write(finding, RowKey(letter: sequence, place: index + 1))
        }
        try reopenEarlier()
    }

    /// The first letter filed with this text, when there is one: its other copies have no deadlines and are not counted.
    private func earlierCopy() throws -> Int? {
        if textSha256.isEmpty { return nil }
        return try Int.fetchOne(
            entry.database.cachedStatement(
                sql: "SELECT min(seq) FROM letters WHERE text_sha256 = ? AND seq < ?"),
            arguments: [textSha256, sequence])
    }

    private func writeLetter(copyOf: Int?) throws {
        let filed = entry.entry
        try entry.execute(
            "INSERT OR REPLACE INTO letters VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                sequence, arrival, filed["received"]?.text ?? "", day, day,
                filed["name"]?.text ?? "", filed["source"]?.text, filed["bytes"]?.integer ?? 0,
                filed["sha256"]?.text ?? "", textSha256, caseNumber, record["layout"]?.text,
                record["mediaType"]?.text, filed["path"]?.text ?? "", copyOf,
                filed["decisions"]?["upheld"]?.integer ?? 0, filed["decisions"]?["overturned"]?.integer ?? 0,
                facts.line,
            ])
    }

    /// What the letter says of itself, but for its items and the text of its summary.
    private var facts: JSON {
        guard let determination = record["determination"] else { return .object([]) }
        let summary = determination["summary"]?.members.filter { $0.key != "text" } ?? []
        return .object([
            "priority": determination["priority"] ?? .null, "dates": determination["dates"] ?? .null,
            "reviewer": determination["reviewer"] ?? .null, "summary": .object(summary),
            "ocr": record["reading"]?["ocr"] ?? .bool(false),
        ])
    }

    private func writeItems(isCopy: Bool) throws {
        let determinations =
            [record["determination"]].compactMap(\.self) + (record["furtherDeterminations"]?.elements ?? [])
        let items = determinations.flatMap { $0["items"]?.elements ?? [] }
        for (index, item) in items.prefix(RowKey.largestPlace).enumerated() {
            let key = RowKey(letter: sequence, place: index + 1)
            let decision = item["decision"]?.text
            let category = item["category"]?.text ?? RequestCategory.unclassified.rawValue
            let isRetrospective = item["retrospective"] == .bool(true)
            try entry.execute(
                "INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    key.id, item["number"]?.integer ?? 0, item["treatment"]?.text ?? "",
                    item["requestInDispute"]?.text ?? "", decision, category, isRetrospective, facts(of: item).line,
                ])
            if isCopy { continue }
            if decision == Decision.overturned.rawValue {
                try writeDeadline(key, isRetrospective ? "pay" : "authorize")
            }
            // Counted under its category, and under none for the day.
            for category in [category, ""] { entry.counts.addItem(category, day, decision ?? "none") }
        }
        if !isCopy { try writeDeadline(RowKey(letter: sequence, place: 0), "petition") }
    }

    private func facts(of item: JSON) -> JSON {
        let keys = ["claimsAdministratorGuideline", "reviewerGuideline", "quantity", "frequency", "strength", "side"]
        return .object(keys.map { JSON.Member($0, item[$0] ?? .null) })
    }

    private func writeDeadline(_ key: RowKey, _ kind: String) throws {
        try entry.execute(
            "INSERT OR REPLACE INTO deadlines VALUES (?, ?, ?, 0, NULL, NULL, NULL)", [key.id, kind, day])
    }

    private func write(_ finding: JSON, _ key: RowKey) throws {
        let severity = finding["severity"]?.text.flatMap { Severity(rawValue: $0) } ?? .info
        let code = finding["code"]?.text ?? ""
        try entry.execute(
            "INSERT OR REPLACE INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')",
            [
                key.id, severity.row, code, finding["name"]?.text ?? "", finding["message"]?.text ?? "",
                finding["expected"]?.text ?? "", finding["found"]?.text ?? "", finding["item"]?.integer,
                finding["evidence"]?.line ?? "[]",
            ])
        entry.counts.addFindings(code, day, severity.row, FindingState.open.rawValue, 1)
    }

    /// Opens again what was closed in an earlier letter of the case and stands in this one, which has another text.
    private func reopenEarlier() throws {
        guard let caseNumber else { return }
        let closed = try Int.fetchAll(
            entry.database.cachedStatement(
                sql: """
                    SELECT DISTINCT earlier.id FROM letters
                    JOIN findings AS earlier ON \(RowKey.stands("earlier.id", in: "letters.seq"))
                    JOIN findings AS now ON \(RowKey.stands("now.id", in: "?1"))
                    WHERE letters.case_number = ?2 AND letters.seq < ?1 AND letters.text_sha256 <> ?3
                        AND earlier.state IN ('resolved', 'dismissed')
                        AND now.code = earlier.code AND now.item IS earlier.item
                    ORDER BY earlier.id
                    """), arguments: [sequence, caseNumber, textSha256])
        for (index, finding) in closed.enumerated() {
            try entry.setState(of: finding, to: .open)
            try entry.execute(
                "INSERT INTO reviews VALUES (?, ?, ?, ?, 'imrd', 'reopen', NULL, NULL, ?)",
                [RowKey(letter: sequence, place: index).id, RowKey(id: finding).letter, finding, entry.time, arrival])
        }
    }
}

extension Severity {
    /// As a number that sorts, 0 is info.
    var row: Int { Severity.allCases.firstIndex(of: self) ?? 0 }

    init(row: Int) { self = Severity.allCases.indices.contains(row) ? Severity.allCases[row] : .info }
}
