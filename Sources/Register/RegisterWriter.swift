import GRDB
import Records

/// Writes one audit entry into the register.
struct RegisterWriter {
    let database: Database
    let entry: JSON
    let sequence: Int

    func write(record: JSON?) throws {
        guard let arrival = entry["arrival"]?.text, let event = entry["event"]?.text,
            ["filed", "duplicate", "held", "discarded"].contains(event)
        else { return }
        try execute(
            "INSERT OR REPLACE INTO arrivals VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                arrival, sequence, event, entry["time"]?.text ?? "", entry["name"]?.text ?? "", entry["sha256"]?.text,
                entry["path"]?.text, entry["reason"]?["message"]?.text,
            ])
        // A record that is gone with its bag must not hide that the letter was filed.
        if event == "filed" { try writeLetter(arrival, record ?? .null) }
    }

    private func writeLetter(_ arrival: String, _ record: JSON) throws {
        let determination = record["determination"]
        try execute(
            "INSERT OR REPLACE INTO letters VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                arrival, sequence, entry["received"]?.text ?? "", entry["name"]?.text ?? "",
                entry["bytes"]?.integer ?? 0,
                entry["sha256"]?.text ?? "", record["textSha256"]?.text ?? "",
                determination?["caseNumber"]?.text ?? entry["case"]?.text, record["layout"]?.text,
                entry["path"]?.text ?? "",
            ])
        for item in determination?["items"]?.elements ?? [] {
            try execute(
                "INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?)",
                [
                    arrival, item["number"]?.integer ?? 0, item["treatment"]?.text ?? "",
                    item["requestInDispute"]?.text ?? "", item["decision"]?.text,
                ])
        }
        for (number, finding) in (record["findings"]?.elements ?? []).enumerated() {
            try execute(
                "INSERT OR REPLACE INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    arrival, number, sequence, finding["code"]?.text ?? "", finding["name"]?.text ?? "",
                    finding["severity"]?.text ?? "", finding["message"]?.text ?? "", finding["expected"]?.text ?? "",
                    finding["found"]?.text ?? "", finding["item"]?.integer, finding["evidence"]?.line ?? "[]",
                ])
        }
    }

    private func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
