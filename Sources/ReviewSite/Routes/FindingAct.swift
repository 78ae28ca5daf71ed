import Register
import Review

/// What a form asks to be done to findings.
struct FindingAct {
    let act: ReviewAct
    let reason: DismissalReason?
    let comment: String?

    /// - Throws: `ReviewFailure` for a form that asks for nothing that can be done.
    init(_ form: FormBody) throws(ReviewFailure) {
        guard let act = form["act"].flatMap({ ReviewAct(rawValue: $0) }), Self.words[act] != nil else {
            throw ReviewFailure(.invalid, "nothing was chosen: press one of the buttons")
        }
        self.act = act
        reason = act == .dismiss ? form["reason"].flatMap { DismissalReason(rawValue: $0) } : nil
        comment = form["comment"]
        if act == .dismiss, reason == nil {
            throw ReviewFailure(.invalid, "dismissing needs a reason: choose one")
        }
        if act == .comment, comment == nil { throw ReviewFailure(.invalid, "the comment is empty: write one") }
    }

    /// Has it done, and says what was.
    func perform(on keys: [RowKey], desk: ReviewDesk, by reviewer: String) throws -> String {
        let done = try desk.act(act, on: keys, reason: reason, comment: comment, by: reviewer)
        return "\(Wording.count(done, "finding")) \(Self.words[act] ?? "")."
    }

    /// What the acts on findings are called once they are done.
    static let words: [ReviewAct: String] = [
        .acknowledge: "acknowledged", .resolve: "resolved", .dismiss: "dismissed", .reopen: "opened again",
        .comment: "commented",
    ]
}
