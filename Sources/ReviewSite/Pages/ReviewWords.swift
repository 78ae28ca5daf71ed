import Register

/// What somebody did, in words.
enum ReviewWords {
    /// `acknowledged D03: sent to the adjuster`.
    static func text(_ review: RegisteredReview, code: String?) -> String {
        let what = [did(review), code].compactMap { $0 }.joined(separator: " ")
        return review.comment.map { "\(what): \($0)" } ?? what
    }

    /// `dismissed (false alarm)`.
    static func did(_ review: RegisteredReview) -> String {
        switch review.act {
        case .acknowledge: "acknowledged"
        case .resolve: "resolved"
        case .dismiss: "dismissed" + (review.reason.map { " (\($0.replacing("-", with: " ")))" } ?? "")
        case .reopen: "opened again"
        case .comment: "commented"
        case .receipt: "corrected the receipt to \(review.detail ?? "?")" + (review.reason.map { " (\($0))" } ?? "")
        case .done: "did what was due"
        case .undone: "took back that it was done"
        case .viewed: "looked at it"
        }
    }
}
