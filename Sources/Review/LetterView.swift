package import Determinations
package import Register

/// Everything about one letter.
package struct LetterView: Hashable, Sendable {
    /// The letter: case, dates, reviewer (`facts`), provenance.
    package let letter: RegisteredLetter
    /// Its items with their decisions.
    package let items: [RegisteredItem]
    /// Its findings in the order of its record, with their states and what was done about each.
    package let findings: [ReviewedFinding]
    /// What was done about the letter itself: views, comments, corrected receipts, deadlines done; the earliest first.
    package let reviews: [RegisteredReview]
    /// What is due about it.
    package let deadlines: [DeadlineRow]
    /// The other letters of its case, the earliest first; empty without a case number.
    package let otherLetters: [RegisteredLetter]
    /// Its text with the evidence of its findings marked; nil when it cannot be read: see `textProblem`.
    package let text: MarkedText?
    /// Why there is no text, one line; nil when there is.
    package let textProblem: String?
}

/// A finding of a letter with what was done about it.
package struct ReviewedFinding: Hashable, Sendable {
    /// The finding and its state.
    package let finding: RegisteredFinding
    /// What was done about it, the earliest first.
    package let reviews: [RegisteredReview]
}

/// By what somebody names a letter.
package enum LetterName: Hashable, Sendable {
    /// The number of its audit entry, `41`.
    case number(Int)
    /// Its arrival.
    case arrival(ArrivalIdentifier)
    /// Its case; the newest letter of the case is meant.
    case caseNumber(CaseNumber)

    /// A name from text: `41`, 26 characters of an arrival, or `CM16-0213037` in either case; nil when the text is none.
    package init?(_ text: some StringProtocol) {
        if let arrival = ArrivalIdentifier(text.uppercased()) {
            self = .arrival(arrival)
        } else if let number = CaseNumber(text) {
            self = .caseNumber(number)
        } else if let number = Int(text), number >= 0, number < 1 << 46 {
            self = .number(number)
        } else {
            return nil
        }
    }
}
