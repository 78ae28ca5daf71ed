import Deadlines
import Determinations
package import Records
import Register

/// A row of a list that can be handed out: as JSON object, and as fields of a spreadsheet.
package protocol ExportedRow {
    /// The names of the fields.
    static var columns: [String] { get }
    /// The fields, as many as there are columns.
    var fields: [String?] { get }
    /// The object.
    var json: JSON { get }
}

extension ExportedRow {
    /// The line of a spreadsheet that names the columns.
    package static var csvHead: String { CSVText.line(columns) }
    /// The row as a line of a spreadsheet, its end included.
    package var csv: String { CSVText.line(fields) }
}

extension AnomalyRow: ExportedRow {
    package static let columns = [
        "finding", "received", "case", "file", "severity", "state", "code", "name", "item", "message", "expected",
        "found", "line",
    ]

    package var fields: [String?] {
        let finding = finding.finding
        return [
            self.finding.key.description, letter.day, letter.caseNumber, letter.name, finding.severity.rawValue,
            self.finding.state.rawValue, finding.code, finding.name, finding.item.map(String.init), finding.message,
            finding.expected, finding.found, finding.evidence.first.map { String($0.line) },
        ]
    }

    package var json: JSON {
        .object(
            [
                JSON.Member("id", .string(finding.key.description)),
                JSON.Member("state", .string(finding.state.rawValue)), JSON.Member("letter", .integer(letter.sequence)),
            ] + letter.members + finding.finding.json.members)
    }
}

extension LetterRow: ExportedRow {
    package static let columns = [
        "letter", "received", "case", "file", "source", "upheld", "overturned", "treatments", "findings", "worst",
        "path", "sha256",
    ]

    package var fields: [String?] {
        [
            String(letter.sequence), letter.day, letter.caseNumber, letter.name, letter.source, String(letter.upheld),
            String(letter.overturned), items.map(\.treatment).joined(separator: "; "),
            String(pending.values.reduce(0, +)), worst?.rawValue, letter.path, letter.sha256,
        ]
    }

    package var json: JSON {
        .object(
            [JSON.Member("letter", .integer(letter.sequence))] + letter.members + [
                JSON.Member("day", .string(letter.day)), JSON.Member("receiptDay", .string(letter.receiptDay)),
                JSON.Member("source", .optional(letter.source)), JSON.Member("sha256", .string(letter.sha256)),
                JSON.Member("copyOf", .optional(letter.copyOf)), JSON.Member("upheld", .integer(letter.upheld)),
                JSON.Member("overturned", .integer(letter.overturned)),
                JSON.Member("items", .array(items.map(\.json))),
                JSON.Member(
                    "pending",
                    .object(pending.sorted { $0.key > $1.key }.map { JSON.Member($0.key.rawValue, .integer($0.value)) })
                ),
            ])
    }
}

extension DeadlineRow: ExportedRow {
    package static let columns = [
        "deadline", "due", "kind", "standing", "case", "file", "item", "request", "received", "counted", "done by",
        "done at", "comment",
    ]

    package var fields: [String?] {
        [
            key.description, due.date.description, due.kind.rawValue, standing.rawValue, letter.caseNumber, letter.name,
            item.map { String($0.number) }, item?.request, due.receipt.description, due.explanation, done?.actor,
            done?.time, done?.comment,
        ]
    }

    package var json: JSON {
        .object(
            [
                JSON.Member("id", .string(key.description)), JSON.Member("due", .string(due.date.description)),
                JSON.Member("kind", .string(due.kind.rawValue)), JSON.Member("standing", .string(standing.rawValue)),
                JSON.Member("daysLeft", .integer(daysLeft)),
                JSON.Member("receivedOn", .string(due.receipt.description)),
                JSON.Member("counted", .string(due.explanation)), JSON.Member("letter", .integer(letter.sequence)),
            ] + letter.members + [
                JSON.Member("item", item?.json ?? .null),
                JSON.Member(
                    "done",
                    done.map {
                        .object([
                            "actor": .string($0.actor), "time": .string($0.time), "comment": .optional($0.comment),
                        ])
                    } ?? .null),
            ])
    }
}

extension RegisteredLetter {
    /// What every list says of a letter.
    var members: [JSON.Member] {
        [
            JSON.Member("arrival", .string(arrival)), JSON.Member("received", .string(received)),
            JSON.Member("case", .optional(caseNumber)), JSON.Member("file", .string(name)),
            JSON.Member("path", .string(path)),
        ]
    }
}

extension RegisteredItem {
    /// The item as an object.
    package var json: JSON {
        .object(
            [
                JSON.Member("number", .integer(number)), JSON.Member("treatment", .string(treatment)),
                JSON.Member("requestInDispute", .string(request)),
                JSON.Member("decision", .optional(decision?.rawValue)), JSON.Member("category", .string(category)),
                JSON.Member("retrospective", .bool(isRetrospective)),
            ] + facts.members)
    }
}
