package import Deadlines
package import Determinations
package import Register

/// Something that must be done about a letter in time.
package struct DeadlineRow: Hashable, Sendable {
    /// How it stands today.
    package enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Its day is past.
        case overdue
        /// Its day is today.
        case today
        /// There is time.
        case ahead
        /// Somebody did it.
        case done
    }

    /// The letter and the item's place in the file (0: the letter); `41.1` names it for people.
    package let key: RowKey
    /// What is due, when, and how that was counted.
    package let due: DueDate
    /// The letter.
    package let letter: RegisteredLetter
    /// The item; nil for a petition, which is about the letter.
    package let item: RegisteredItem?
    /// Who did it and when; nil while nobody did.
    package let done: RegisteredDeadline.Done?
    /// How it stands today.
    package let standing: Standing
    /// Calendar days from today to the due date; negative when it is past.
    package let daysLeft: Int
}

/// A page of deadlines, the earliest due date first.
package struct DeadlinePage: Hashable, Sendable {
    /// The deadlines.
    package let rows: [DeadlineRow]
    /// Where the next page goes on; nil on the last one.
    package let next: DeadlinePlace?
}

/// Which deadlines are wanted.
package struct DeadlineFilter: Hashable, Sendable {
    /// What is due; by default what overturned items ask for, without the petitions that every letter allows.
    package var kinds: Set<DeadlineKind> = [.authorize, .pay]
    /// Whether those are wanted that are done, or those that are not.
    package var isDone = false
    /// The first due date; nil for any.
    package var first: CalendarDate?
    /// The last due date; nil for any.
    package var last: CalendarDate?

    /// What is not done yet.
    package init() {}
}

/// Where a list of deadlines goes on: after this one.
package struct DeadlinePlace: Hashable, Comparable, Sendable, LosslessStringConvertible {
    /// The due date.
    package let date: CalendarDate
    /// What is due.
    package let kind: DeadlineKind
    /// The day of receipt.
    package let receipt: CalendarDate
    /// The letter and item.
    package let key: RowKey

    /// A place.
    package init(date: CalendarDate, kind: DeadlineKind, receipt: CalendarDate, key: RowKey) {
        self.date = date
        self.kind = kind
        self.receipt = receipt
        self.key = key
    }

    /// `2026-11-30_authorize_2026-11-20_41.1`, as it may stand in an address.
    package var description: String { "\(date)_\(kind.rawValue)_\(receipt)_\(key)" }

    /// A place from its text; nil when the text is none.
    package init?(_ text: String) {
        let parts = text.split(separator: "_")
        guard parts.count == 4, let date = CalendarDate(parts[0]), let kind = DeadlineKind(rawValue: String(parts[1])),
            let receipt = CalendarDate(parts[2]), let key = RowKey(parts[3])
        else { return nil }
        self.init(date: date, kind: kind, receipt: receipt, key: key)
    }

    /// Earlier due dates come first.
    package static func < (left: DeadlinePlace, right: DeadlinePlace) -> Bool {
        (left.date, left.kind, left.receipt, left.key) < (right.date, right.kind, right.receipt, right.key)
    }
}
