/// The header table of a letter.
package struct Header: Hashable, Sendable {
    /// `Case Number:`
    package var caseNumber = HeaderField<CaseNumber>()
    /// `Priority:`
    package var priority = HeaderField<Priority>()
    /// `Date Assigned:` when the case went to the reviewer.
    package var assigned = HeaderField<CalendarDate>()
    /// `Date of Injury:`
    package var injury = HeaderField<CalendarDate>()
    /// `Decision Date:` when the determination was issued.
    package var decision = HeaderField<CalendarDate>()
    /// `UR Denial Date:` when utilization review denied or modified the request.
    package var urDenial = HeaderField<CalendarDate>()
    /// `Application Received:` when the application for review came in.
    package var applicationReceived = HeaderField<CalendarDate>()

    /// An empty header.
    package init() {}

    /// The labels that were seen, in the order of the fields.
    package var labels: [ByteRange] { everyLabel.compactMap { $0 } }

    /// Whether it is a table: one label alone is none, since letters of 2013 have a date of their own.
    package var isTable: Bool { everyLabel.count { $0 != nil } > 1 }

    private var everyLabel: [ByteRange?] {
        [
            caseNumber.label, priority.label, assigned.label, injury.label, decision.label, urDenial.label,
            applicationReceived.label,
        ]
    }
}

/// One field of the header table: its label, and what stands for its value.
package struct HeaderField<Value: Hashable & Sendable>: Hashable, Sendable {
    /// Where the label stands; nil when it was not seen.
    package var label: ByteRange?
    /// The valid value; nil when there is none.
    package var value: Located<Value>?
    /// Where something stands in the value's place that is no valid value.
    package var invalid: ByteRange?

    /// An absent field.
    package init() {}
}
