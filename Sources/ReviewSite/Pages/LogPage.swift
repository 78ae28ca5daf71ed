import Records
import Review

/// What fills the page of the log.
struct LogPage {
    struct Entry {
        let number: String
        let time: String
        let event: String
        let actor: String
        let text: String
        let address: String?
    }

    struct Line {
        let name: String
        let text: String
    }

    let summary: String
    let exports = ExportLink.all("/log", "")
    let hasEntries: Bool
    let entries: [Entry]
    let checkpoint: [Line]
    let verified: String

    init(_ tail: LogTail, _ wording: Wording) {
        entries = tail.entries.map { Entry($0, wording) }
        hasEntries = !entries.isEmpty
        summary = tail.entries.first?["seq"]?.integer.map { Wording.count($0 + 1, "entry", "entries") } ?? ""
        // The note's first three lines: origin, size, root. Source: c2sp.org/tlog-checkpoint.
        let lines = (tail.checkpoint ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        checkpoint = zip(["Origin", "Size", "Root"], lines).map { Line(name: $0, text: $1) }
        verified =
            tail.lastVerified.map { "\(wording.time($0["time"]?.text ?? "")): " + Entry.words($0) }
            ?? "The log was never verified. \u{201C}imrd verify\u{201D} compares it with the archive."
    }
}

extension LogPage.Entry {
    /// What is shown of an entry: what it says of people and letters, and no hash.
    init(_ entry: JSON, _ wording: Wording) {
        number = entry["seq"]?.integer.map { Wording.number($0) } ?? ""
        time = wording.time(entry["time"]?.text ?? "")
        event = entry["event"]?.text ?? ""
        actor = entry["actor"]?.text ?? ""
        text = Self.words(entry)
        let isLetter = event == "filed" || event == "reviewed"
        address = isLetter ? entry["arrival"]?.text.map { "/letters/\($0)" } : nil
    }

    /// An entry in words.
    static func words(_ entry: JSON) -> String {
        var parts: [String] = []
        for key in ["act", "case", "name", "list", "outcome", "result"] {
            if let text = entry[key]?.text { parts.append(text) }
        }
        if let code = entry["finding"]?["code"]?.text { parts.append(code) }
        if let findings = entry["findings"]?.elements.compactMap(\.text), !findings.isEmpty {
            parts.append(findings.joined(separator: " "))
        }
        for key in ["reason", "comment"] {
            if let text = entry[key]?.text ?? entry[key]?["message"]?.text { parts.append(text) }
        }
        for (key, unit) in [("count", "row"), ("entries", "entry"), ("files", "file")] {
            if let number = entry[key]?.integer { parts.append("\(Wording.number(number)) \(unit)") }
        }
        return parts.joined(separator: " · ")
    }
}
