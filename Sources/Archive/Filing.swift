package import Determinations

/// One letter, ready to be filed.
package struct Filing: Sendable {
    /// What the original is; also the extension of its name in the bag.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case pdf
        /// Text is its own text as read: `text` is nil.
        case txt
    }

    /// The number of the arrival.
    package let arrival: ArrivalIdentifier
    /// The day of receipt, fixed at claim: it names the bag.
    package let day: CalendarDate
    /// The case, when the letter told it.
    package let caseNumber: CaseNumber?
    /// The SHA-256 of `original`, 32 bytes, computed by the caller.
    package let sha256: [UInt8]
    /// The bytes as they were dropped.
    package let original: [UInt8]
    /// What the original is.
    package let kind: Kind
    /// The text as read, where the original is not itself text.
    package let text: [UInt8]?
    /// The line of `records.jsonl`, a JSON object without newline; recovery reads its keys `arrival` and `path`.
    package let record: [UInt8]

    /// A letter to file.
    ///
    /// `record` is handed the path, relative to the archive, and returns the line of `records.jsonl`: it must hold the
    /// keys `arrival` (near its start) and `path`.
    package init(
        arrival: ArrivalIdentifier, day: CalendarDate, caseNumber: CaseNumber?, sha256: [UInt8], original: [UInt8],
        kind: Kind, text: [UInt8]?, record: (_ path: String) -> [UInt8]
    ) {
        self.arrival = arrival
        self.day = day
        self.caseNumber = caseNumber
        self.sha256 = sha256
        self.original = original
        self.kind = kind
        self.text = kind == .txt ? nil : text
        self.record = record(Filing.path(day: day, caseNumber: caseNumber, sha256: sha256, kind: kind))
    }

    /// Where such a letter is filed, relative to the archive: `2026/11/21/data/CM16-0213037--3fa9c2d41b7e.pdf`.
    package static func path(day: CalendarDate, caseNumber: CaseNumber?, sha256: [UInt8], kind: Kind) -> String {
        let name = PayloadName(caseNumber: caseNumber, sha256: sha256, kind: kind)
        return "\(day.bagPath)/data/\(name.description)"
    }
}

/// What became of a letter that was given to `Archive.file`.
package enum FilingResult: Hashable, Sendable {
    /// It stands in its bag and in the bag's manifest and records; the path is relative to the archive.
    case filed(path: String)
    /// The bag holds the same bytes under the same name already; nothing was written.
    case alreadyThere(path: String)
}
