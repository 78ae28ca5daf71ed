/// How a verb prints a list.
package struct ListForm: Hashable, Sendable {
    /// What it prints.
    package enum Kind: String, Hashable, Sendable {
        /// A table for people.
        case table
        /// One JSON object a row.
        case json
        /// Comma-separated values.
        case csv
        /// A calendar; of deadlines only.
        case calendar
    }

    /// What it prints.
    package let kind: Kind
    /// The longest line of a table, in characters.
    package let width: Int
    /// Whether severities are coloured.
    package let isColoured: Bool

    /// A form.
    package init(_ kind: Kind, width: Int, isColoured: Bool) {
        self.kind = kind
        self.width = width
        self.isColoured = isColoured
    }
}
