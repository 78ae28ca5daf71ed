/// What a reviewer did, as the `act` of an audit entry `reviewed`; the raw values never change.
package enum ReviewAct: String, Hashable, Sendable, CaseIterable {
    /// Has seen a finding.
    case acknowledge
    /// Has put right what a finding is about.
    case resolve
    /// Says that a finding needs nothing, with a reason.
    case dismiss
    /// Opens a finding again.
    case reopen
    /// Says something about a finding or a letter.
    case comment
    /// Corrects the day of receipt of a letter, with a reason.
    case receipt
    /// Has done what was due.
    case done
    /// Takes back that it was done.
    case undone
    /// Looked at a letter.
    case viewed

    /// The state of a finding after this act; nil when it leaves it as it is.
    package var stateAfter: FindingState? {
        switch self {
        case .acknowledge: .acknowledged
        case .resolve: .resolved
        case .dismiss: .dismissed
        case .reopen: .open
        case .comment, .receipt, .done, .undone, .viewed: nil
        }
    }
}

/// Why a finding was dismissed; the raw values are those of the audit log and never change.
package enum DismissalReason: String, Hashable, Sendable, CaseIterable {
    /// The rule is wrong here.
    case falseAlarm = "false-alarm"
    /// It is right, and known already.
    case known
    /// Another finding or letter says the same.
    case duplicate
    /// Something else, which the comment says.
    case other
}
