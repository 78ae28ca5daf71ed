package import Determinations

/// The last day for something, and how it was counted.
package struct DueDate: Hashable, Sendable {
    /// What is due.
    package let kind: DeadlineKind
    /// The day of receipt, which is not counted.
    package let receipt: CalendarDate
    /// The last day.
    package let date: CalendarDate
    /// One sentence for a person: what was counted from where, what was left out or moved, and the source.
    package let explanation: String
}
