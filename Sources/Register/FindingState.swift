/// How far the review of a finding is.
package enum FindingState: String, Hashable, Sendable, CaseIterable {
    /// Nobody did anything yet, or it was opened again.
    case open
    /// Somebody has seen it and is at it.
    case acknowledged
    /// What it is about was put right.
    case resolved
    /// It needs nothing: see the reason.
    case dismissed

    /// Whether somebody has something to do.
    package var isPending: Bool { self == .open || self == .acknowledged }

    /// The states in which somebody has something to do.
    package static let pending: [FindingState] = [.open, .acknowledged]
}
