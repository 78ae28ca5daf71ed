package import Records

/// What an audit entry says about a file in the archive.
package struct FiledEntry: Hashable, Sendable {
    /// The number of the entry.
    package let seq: Int
    /// The path below the archive: `2026/11/21/data/….pdf`.
    package let path: String
    /// The SHA-256 of the bytes, in lower-case hexadecimal digits.
    package let sha256: String

    /// What an entry says; nil when it is not a `filed` one.
    package init?(_ entry: JSON) {
        guard entry["event"]?.text == "filed", let seq = entry["seq"]?.integer, let path = entry["path"]?.text,
            let sha256 = entry["sha256"]?.text
        else { return nil }
        self.init(seq: seq, path: path, sha256: sha256)
    }

    /// A filed entry from its parts.
    package init(seq: Int, path: String, sha256: String) {
        self.seq = seq
        self.path = path
        self.sha256 = sha256
    }
}
