/// One thing that is wrong with the log or the archive.
package struct Verdict: Hashable, Sendable, CustomStringConvertible {
    /// What kind of thing it is.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A line or a file is not what it was.
        case altered
        /// A line stands where none was written.
        case inserted
        /// A line or a file that was written is not there.
        case missing
        /// The log ends before its checkpoint does.
        case cutShort = "cut short"
        /// The checkpoint or its signature cannot be believed.
        case badSignature = "bad signature"
        /// A file stands in the archive that no entry names.
        case unlisted
    }

    /// The kind.
    package let kind: Kind
    /// The file, below the log folder or the archive.
    package let file: String
    /// The line in that file, from 1; nil where no single line can be named.
    package let line: Int?
    /// The number of the entry concerned; nil where it cannot be known.
    package let seq: Int?
    /// One sentence for a person.
    package let sentence: String

    /// A verdict.
    package init(_ kind: Kind, file: String, line: Int? = nil, seq: Int? = nil, _ sentence: String) {
        self.kind = kind
        self.file = file
        self.line = line
        self.seq = seq
        self.sentence = sentence
    }

    /// One line: `audit/2026-11.jsonl:42: altered: …`.
    package var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(kind.rawValue): \(sentence)" }
}
