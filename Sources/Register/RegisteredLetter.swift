package import Determinations
import GRDB
package import Records

/// A letter as the register knows it.
package struct RegisteredLetter: Hashable, Sendable {
    /// The number of the audit entry that filed it: short, the same for ever; the newest letter has the highest.
    package let sequence: Int
    /// The arrival.
    package let arrival: String
    /// When it was received, RFC 3339.
    package let received: String
    /// The day of receipt in the office, ISO 8601; the day of its bag.
    package let day: String
    /// The day from which periods are counted, ISO 8601: `day`, unless a reviewer corrected it.
    package let receiptDay: String
    /// The sender's file name, escaped.
    package let name: String
    /// The inbox's subfolder that it was dropped into, escaped; nil for the inbox itself.
    package let source: String?
    /// The size of the original in bytes.
    package let bytes: Int
    /// SHA-256 of the original, hexadecimal.
    package let sha256: String
    /// SHA-256 of its folded text, hexadecimal.
    package let textSha256: String
    /// The case number; nil when the letter has none.
    package let caseNumber: String?
    /// The layout, `L4b`; nil when its record is gone.
    package let layout: String?
    /// What the original is: `application/pdf` or `text/plain`; nil when its record is gone.
    package let mediaType: String?
    /// The path of the original below the archive.
    package let path: String
    /// The number of the first letter with the same text; nil unless this is a later copy in other bytes.
    package let copyOf: Int?
    /// How many items are upheld.
    package let upheld: Int
    /// How many items are overturned.
    package let overturned: Int
    /// `priority`, `dates`, `reviewer` and `summary` (without its text) of the record's `determination`, `ocr` of its `reading`.
    package let facts: JSON

    /// Whether its text was read from pictures by OCR, so that characters may be misread.
    package var isRecognized: Bool { facts["ocr"] == .bool(true) }

    init(_ row: Row) {
        sequence = row["seq"]
        arrival = row["arrival"]
        received = row["received"]
        day = row["day"]
        receiptDay = row["receipt_day"]
        name = row["name"]
        source = row["source"]
        bytes = row["bytes"]
        sha256 = row["sha256"]
        textSha256 = row["text_sha256"]
        caseNumber = row["case_number"]
        layout = row["layout"]
        mediaType = row["media_type"]
        path = row["path"]
        copyOf = row["copy_of"]
        upheld = row["upheld"]
        overturned = row["overturned"]
        facts = JSON(column: row["facts"])
    }
}

/// An item of a letter as the register knows it.
package struct RegisteredItem: Hashable, Sendable {
    /// The letter, and the item's place in the file from 1: its number, unless several letters stand in the file.
    package let key: RowKey
    /// Its number in the letter, from 1.
    package let number: Int
    /// The heading without its decision.
    package let treatment: String
    /// What the decision covers: the remaining portion where a part had been authorized.
    package let request: String
    /// The decision; nil when there is none.
    package let decision: Decision?
    /// The request category, `Pharmaceuticals * Opioids`.
    package let category: String
    /// Whether the service was rendered already.
    package let isRetrospective: Bool
    /// `claimsAdministratorGuideline`, `reviewerGuideline`, `quantity`, `frequency`, `strength`, `side`: texts or null.
    package let facts: JSON

    init(_ row: Row) {
        key = RowKey(id: row["id"])
        number = row["number"]
        treatment = row["treatment"]
        request = row["request"]
        decision = (row["decision"] as String?).flatMap { Decision(rawValue: $0) }
        category = row["category"]
        isRetrospective = row["retrospective"]
        facts = JSON(column: row["facts"])
    }
}

extension JSON {
    /// The value of a column that this room wrote as JSON; null where it is damaged.
    init(column text: String) { self = (try? JSON(reading: text.utf8)) ?? .null }
}
