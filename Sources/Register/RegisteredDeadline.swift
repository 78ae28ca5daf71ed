import GRDB

/// Something that must be done about a letter in time, as the register knows it; when it is due is counted from `receiptDay`.
package struct RegisteredDeadline: Hashable, Sendable {
    /// The letter and the item's place in the file; place 0 is the letter itself.
    package let key: RowKey
    /// `authorize`, `pay` or `petition`.
    package let kind: String
    /// The day from which it is counted, ISO 8601.
    package let receiptDay: String
    /// Who did it and when, and what they said about it; nil while nobody did.
    package let done: Done?

    /// That it was done.
    package struct Done: Hashable, Sendable {
        /// The reviewer.
        package let actor: String
        /// When, RFC 3339.
        package let time: String
        /// What they said about it.
        package let comment: String?
    }

    init(_ row: Row) {
        key = RowKey(id: row["id"])
        kind = row["kind"]
        receiptDay = row["receipt_day"]
        done = row["done"] ? Done(actor: row["actor"] ?? "", time: row["time"] ?? "", comment: row["comment"]) : nil
    }
}

/// An arrival as the register knows it.
package struct RegisteredArrival: Hashable, Sendable {
    /// The number of the newest audit entry about it.
    package let sequence: Int
    /// The arrival.
    package let arrival: String
    /// How it ended: `filed`, `duplicate`, `held`, `discarded`, or `released` while it is on its way again.
    package let event: String
    /// When, RFC 3339.
    package let time: String
    /// The sender's file name, escaped.
    package let name: String
    /// The inbox's subfolder that it was dropped into, escaped.
    package let source: String?
    /// The size in bytes.
    package let bytes: Int
    /// SHA-256 of the bytes, hexadecimal; nil when they were not read.
    package let sha256: String?
    /// Where it stands: below the archive, or the first letter's path for a duplicate.
    package let path: String?
    /// The finding's code with which it is held, such as `S08`; nil when no rule holds it.
    package let code: String?
    /// Why it is held, one sentence.
    package let reason: String?
    /// What was found instead of a letter.
    package let found: String?

    init(_ row: Row) {
        sequence = row["seq"]
        arrival = row["arrival"]
        event = row["event"]
        time = row["time"]
        name = row["name"]
        source = row["source"]
        bytes = row["bytes"]
        sha256 = row["sha256"]
        path = row["path"]
        code = row["code"]
        reason = row["reason"]
        found = row["found"]
    }
}
