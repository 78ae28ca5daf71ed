package import Determinations

/// Which letters are wanted; what is nil does not matter.
package struct LetterFilter: Hashable, Sendable {
    /// How the items were decided.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// At least one is overturned.
        case overturned
        /// All that are decided are upheld.
        case upheld
        /// Both occur.
        case mixed
    }

    /// What must stand in the letter.
    package var words: SearchWords?
    /// The case number as printed, `CM16-0213037`.
    package var caseNumber: String?
    /// The first and the last day of receipt.
    package var days: DayRange?
    /// How the items were decided.
    package var outcome: Outcome?

    /// All letters.
    package init() {}
}

/// Days from one to another, both included; an end that is nil is open.
package struct DayRange: Hashable, Sendable {
    /// The first day.
    package let first: CalendarDate?
    /// The last day.
    package let last: CalendarDate?

    /// Days from one to another; nil when neither is given.
    package init?(from first: CalendarDate?, to last: CalendarDate?) {
        if first == nil, last == nil { return nil }
        self.first = first
        self.last = last
    }

    var firstText: String { first?.description ?? "" }
    // A tilde sorts after every digit.
    var lastText: String { last?.description ?? "~" }
}

/// Which findings are wanted; what is nil does not matter.
package struct FindingFilter: Hashable, Sendable {
    /// The codes of the rules; empty for all.
    package var codes: [String] = []
    /// The severities.
    package var severities: Set<Severity> = [.notice, .warning, .error, .held]
    /// How far the review is.
    package var states: Set<FindingState> = Set(FindingState.pending)
    /// What must stand in the letter; of such letters the newest `mostLetters` of the days are looked at.
    package var words: SearchWords?
    /// The case number as printed.
    package var caseNumber: String?
    /// The days of receipt.
    package var days: DayRange?

    /// How many letters that hold the words are looked at, so that a frequent word does not take long.
    package var mostLetters = 2000

    /// What somebody has to look at: all but `info`, open or acknowledged.
    package init() {}
}
