import AnomalyRules
import Determinations
import Records

/// One thing that somebody should know, from one line of the audit log.
package struct Notice: Hashable, Sendable {
    /// Why somebody should know.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A letter has a finding of severity error.
        case error
        /// An item was overturned: something must be done in time.
        case overturned
        /// A file could not be filed.
        case held
        /// Something is wrong with imrd or its machine.
        case trouble
        /// What happened since yesterday; no line of the log, but told like one.
        case digest
    }

    /// In place of an event, where the log that was told of is not there any more.
    static let logReplaced = "log-replaced"

    /// Events that mean trouble, and what to do.
    private static let troubles = [
        "storage-full": "the disk is full and claiming pauses: free space, nothing is lost",
        "overflow": "the kernel dropped events; the inbox was looked through instead",
        "log-repaired": "a torn last line was cut off the audit log after a crash",
        "register-rebuilt": "the register was damaged and was made again",
        "key-changed": "the audit log is signed with another key: if nobody changed it on purpose, look into it",
        logReplaced: "the audit log is another than was told of before: if nobody restored a backup, look into it with "
            + "imrd verify --since and a checkpoint kept elsewhere",
    ]

    /// Why, at least one.
    let kinds: [Kind]
    /// The number of the line.
    let seq: Int
    /// One line for people, without names or clinical text.
    let text: String
    /// When it was logged.
    let time: String
    private let members: [JSON.Member]

    /// What a line of the log means to those who want to be told; nil when it means nothing to them.
    init?(_ entry: JSON, _ settings: Settings) {
        guard let seq = entry["seq"]?.integer, let time = entry["time"]?.text, let event = entry["event"]?.text
        else { return nil }
        let codes = (entry["findings"]?.elements ?? []).compactMap(\.text)
        let errors = codes.filter { Self.severity(of: $0, settings) == .error }
        let overturned = entry["decisions"]?["overturned"]?.integer ?? 0
        let letter = entry["case"]?.text ?? entry["arrival"]?.text ?? "-"
        var found: [(Kind, String)] = []
        if event == "filed", !errors.isEmpty {
            found.append((.error, "\(letter) has errors: \(errors.joined(separator: ", "))"))
        }
        if event == "filed", overturned > 0 {
            found.append((.overturned, "\(letter): \(overturned) overturned, to be authorized in time"))
        }
        if event == "held" {
            let code = entry["reason"]?["code"]?.text.map { " (\($0))" } ?? ""
            found.append((.held, "\(letter) could not be filed\(code): see imrd held"))
        }
        if event == "verified", entry["sound"] == .bool(false) {
            found.append(
                (.trouble, "\(entry["wrong"]?.integer ?? 0) things are wrong with log or archive: run imrd verify"))
        }
        if let what = Self.troubles[event] { found.append((.trouble, "\(event): \(what)")) }
        found = found.filter { settings.notify.kinds.contains($0.0) }
        if found.isEmpty { return nil }
        kinds = found.map(\.0)
        self.seq = seq
        self.time = time
        text = found.map(\.1).joined(separator: "; ")
        members =
            [
                JSON.Member("time", .string(time)), JSON.Member("event", .string(event)),
                JSON.Member("arrival", entry["arrival"] ?? .null), JSON.Member("case", entry["case"] ?? .null),
                JSON.Member("findings", .strings(codes)), JSON.Member("overturned", .integer(overturned)),
            ]
            + (settings.notify.details
                ? [JSON.Member("name", entry["name"] ?? .null), JSON.Member("reason", entry["reason"] ?? .null)] : [])
    }

    var json: JSON {
        .object(
            [
                JSON.Member("seq", .integer(seq)), JSON.Member("kinds", .strings(kinds.map(\.rawValue))),
                JSON.Member("text", .string(text)),
            ] + members)
    }

    private static func severity(of code: String, _ settings: Settings) -> Severity? {
        settings.ruleSeverities[code] ?? RuleCatalogue.rules.first { $0.code == code }?.severity
    }
}
