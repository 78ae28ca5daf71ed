/// Checks passwords, one at a time, so that many attempts at once cannot take all memory.
actor Login {
    /// What became of an attempt.
    enum Outcome {
        case welcome(Reviewers.Reviewer)
        case refused
        case wait(seconds: Int)
    }

    private let reviewers: Reviewers
    private let throttle = LoginThrottle()
    private let now: @Sendable () -> ContinuousClock.Instant
    private lazy var nobody = try? PasswordHash(of: Secret.make())

    init(reviewers: Reviewers, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.reviewers = reviewers
        self.now = now
    }

    /// Tries a name and a password; an unknown name takes as long as a wrong password.
    func attempt(_ name: String, _ password: String, from peer: String) -> Outcome {
        let wait = throttle.wait(name: name, peer: peer, now: now())
        if wait > .zero { return .wait(seconds: Int(wait.components.seconds) + 1) }
        let reviewer = reviewers.reviewer(name)
        guard password.utf8.count <= PasswordRule.longest, let hash = reviewer?.password ?? nobody,
            hash.matches(password), let reviewer
        else {
            throttle.failed(name: name, peer: peer, now: now())
            return .refused
        }
        throttle.succeeded(name: name)
        return .welcome(reviewer)
    }
}
