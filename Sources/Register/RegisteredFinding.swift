package import Determinations
import GRDB
import Records

/// A finding as the register knows it, with how far its review is.
package struct RegisteredFinding: Hashable, Sendable {
    /// The letter and the finding's place in its record, from 1; `41.2` names it for people.
    package let key: RowKey
    /// The finding itself, evidence included.
    package let finding: Finding
    /// How far its review is.
    package let state: FindingState

    init(_ row: Row) {
        key = RowKey(id: row["id"])
        state = FindingState(rawValue: row["state"]) ?? .open
        finding = Finding(
            code: row["code"], name: row["name"], severity: Severity(row: row["rank"]), message: row["message"],
            expected: row["expected"], found: row["found"], item: row["item"],
            evidence: JSON(column: row["evidence"]).elements.map { Evidence($0) })
    }
}

extension Evidence {
    init(_ json: JSON) {
        self.init(
            range: ByteRange(json["start"]?.integer ?? 0, json["end"]?.integer ?? 0), line: json["line"]?.integer ?? 0,
            quote: json["quote"]?.text ?? "")
    }
}

/// What somebody did about a letter or one of its findings, as the audit log has it.
package struct RegisteredReview: Hashable, Sendable {
    /// The number of its audit entry; that of the letter which showed a finding again, where imrd opened it.
    package let entry: Int
    /// The finding that it is about; nil when it is about the letter.
    package let finding: RowKey?
    /// When, RFC 3339.
    package let time: String
    /// Who: a reviewer's name, or `imrd`.
    package let actor: String
    /// What was done.
    package let act: ReviewAct
    /// Why: of a dismissal one of `DismissalReason`, of a corrected receipt the reviewer's words.
    package let reason: String?
    /// What the reviewer said about it.
    package let comment: String?
    /// The corrected day for `receipt`, the item for `done` and `undone`, the other letter's arrival for a `reopen` by imrd.
    package let detail: String?

    init(_ row: Row) {
        entry = RowKey(id: row["id"]).letter
        finding = (row["finding"] as Int?).map { RowKey(id: $0) }
        time = row["time"]
        actor = row["actor"]
        act = ReviewAct(rawValue: row["act"]) ?? .comment
        reason = row["reason"]
        comment = row["comment"]
        detail = row["detail"]
    }
}
