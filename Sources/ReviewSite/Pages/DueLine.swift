import Deadlines
import Register
import Review

/// A deadline in a list.
struct DueLine {
    let identifier: String
    let due: String
    let within: String
    let urgency: String
    let request: String
    let what: String
    let letter: String
    let address: String
    let item: String?
    let counted: String
    let canDo: Bool
    let done: String

    init(_ row: DeadlineRow, _ wording: Wording) {
        identifier = "\(row.key)-\(row.due.kind.rawValue)"
        due = wording.day(row.due.date)
        within = row.done == nil ? Wording.within(row.daysLeft) : ""
        urgency = Self.urgency(row)
        request =
            row.item.map { $0.request.isEmpty ? $0.treatment : $0.request } ?? "Petition against the determination"
        what = Self.what(row.due.kind)
        letter = row.letter.title
        address = row.letter.address + (row.item.map { "#item-\($0.number)" } ?? "")
        item = row.item.map { "item \($0.number)" }
        counted = row.due.explanation
        canDo = row.done == nil
        done = row.done.map { "done by \($0.actor), \(wording.time($0.time))" } ?? ""
    }

    /// What to do, in words.
    static func what(_ kind: DeadlineKind) -> String {
        switch kind {
        case .authorize: "authorize within 5 working days"
        case .pay: "pay within 20 days"
        case .petition: "petition, if at all"
        }
    }

    /// How much it presses: a class of the style sheet.
    static func urgency(_ row: DeadlineRow) -> String {
        row.done != nil ? "soft" : row.daysLeft < 0 ? "late" : row.daysLeft <= 2 ? "soon" : ""
    }
}
