import Determinations
import LinuxSystem
package import Records

/// What an audit entry says about a file in the archive.
package struct FiledEntry: Hashable, Sendable {
    /// The number of the entry.
    package let seq: Int
    /// The arrival.
    package let arrival: String
    /// The path below the archive: `2026/11/21/data/….pdf`.
    package let path: String
    /// The SHA-256 of the bytes, in lower-case hexadecimal digits.
    package let sha256: String
    /// The SHA-256 of its line in records.jsonl, without newline.
    package let record: String

    /// What an entry says; nil when it is not a `filed` one.
    package init?(_ entry: JSON) {
        guard entry["event"]?.text == "filed", let seq = entry["seq"]?.integer, let path = entry["path"]?.text,
            let arrival = entry["arrival"]?.text, let sha256 = entry["sha256"]?.text
        else { return nil }
        self.init(seq: seq, arrival: arrival, path: path, sha256: sha256, record: entry["record"]?.text ?? "")
    }

    /// A filed entry from its parts.
    package init(seq: Int, arrival: String, path: String, sha256: String, record: String) {
        self.seq = seq
        self.arrival = arrival
        self.path = path
        self.sha256 = sha256
        self.record = record
    }

    /// All filed entries of a log, in its order; what is no entry is passed over, `AuditVerifier` reports it.
    /// - Parameter path: The log folder.
    package static func all(in path: String) throws -> [FiledEntry] {
        let folder = try Descriptor.folder(path + "/audit")
        let marker = Array("\"event\":\"filed\"".utf8)
        var entries: [FiledEntry] = []
        for name in try folder.names().map(\.description).filter({ $0.hasSuffix(".jsonl") }).sorted() {
            try folder.openForReading(FileName(name)).forEachLine(from: 0) { line, _ in
                // The event stands near the start of a line, so that other lines need not be read as JSON.
                if line.prefix(120).contains(marker), let entry = (try? JSON(reading: line)).flatMap(FiledEntry.init) {
                    entries.append(entry)
                }
                return true
            }
        }
        return entries
    }
}

extension ArraySlice<UInt8> {
    /// Whether some bytes stand here one after the other.
    func contains(_ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first else { return true }
        var rest = self
        while let place = rest.firstIndex(of: first) {
            if rest[place...].starts(with: wanted) { return true }
            rest = rest[(place + 1)...]
        }
        return false
    }
}
