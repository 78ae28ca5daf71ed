import AnomalyRules
import Determinations
package import Records
import Register
import Review

extension RegisteredArrival: ExportedRow {
    package static let columns = ["arrival", "since", "file", "source", "bytes", "code", "why", "found"]

    package var fields: [String?] { [arrival, time, name, source, String(bytes), code, reason, found] }

    package var json: JSON {
        .object([
            "arrival": .string(arrival), "since": .string(time), "file": .string(name), "source": .optional(source),
            "bytes": .integer(bytes), "code": .optional(code), "why": .optional(reason), "found": .optional(found),
        ])
    }
}

extension RulePage: ExportedRow {
    package static let columns = ["code", "name", "severity", "on by default", "text"]

    package var fields: [String?] {
        [code, name, severity.rawValue, isOnByDefault ? "yes" : "no", paragraphs.joined(separator: " ")]
    }

    package var json: JSON {
        .object([
            "code": .string(code), "name": .string(name), "severity": .string(severity.rawValue),
            "onByDefault": .bool(isOnByDefault), "text": .strings(paragraphs),
        ])
    }
}

/// An entry of the audit log as a row of a list: its first members, and the whole entry.
struct ExportedEntry: ExportedRow {
    let json: JSON

    static let columns = ["seq", "time", "event", "actor", "entry"]

    var fields: [String?] {
        [json["seq"]?.integer.map { String($0) }] + ["time", "event", "actor"].map { json[$0]?.text } + [json.line]
    }
}
