/// What has to be done about a letter in time.
package enum DeadlineKind: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Authorize an overturned item: 5 working days after receipt (8 CCR 9792.10.7(a)).
    case authorize
    /// Pay for an overturned item that was rendered already: 20 days after receipt (8 CCR 9792.10.7(a)).
    case pay
    /// File a petition against the determination: 30 days after service, 5 more where it was mailed (8 CCR 10575).
    case petition

    /// What to do, as the start of a sentence: `Authorize`, `Pay`, `Petition`.
    package var action: String {
        switch self {
        case .authorize: "Authorize"
        case .pay: "Pay"
        case .petition: "Petition"
        }
    }

    /// In the order of the cases.
    package static func < (left: DeadlineKind, right: DeadlineKind) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .authorize: 0
        case .pay: 1
        case .petition: 2
        }
    }
}
