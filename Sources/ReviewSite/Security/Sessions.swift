import Synchronization

/// Who is logged in: kept in memory only, so a restart of the site logs everybody off.
///
/// A session ends after a time without a request, after twelve hours in any case, and when its reviewer is removed.
final class Sessions: Sendable {
    /// A reviewer who is logged in.
    struct Session: Sendable {
        /// The name.
        let name: String
        /// Since when the reviewer has their password; with another one the session ends.
        let since: String
        /// What every form of this session must carry.
        let formToken: String
        fileprivate var notes: [Frame.Message] = []
        fileprivate let start: ContinuousClock.Instant
        fileprivate var lastSeen: ContinuousClock.Instant
    }

    private static let longest = Duration.seconds(12 * 3600)
    private static let most = 500

    private let idle: Duration
    private let sessions = Mutex<[[UInt8]: Session]>([:])

    init(idle: Duration) { self.idle = idle }

    /// Begins a session; the secret is for the reviewer's cookie.
    func begin(_ reviewer: Reviewers.Reviewer, now: ContinuousClock.Instant = .now) -> String {
        let secret = Secret.make()
        let session = Session(
            name: reviewer.name, since: reviewer.since, formToken: Secret.make(), start: now, lastSeen: now)
        sessions.withLock { sessions in
            sessions = sessions.filter { isAlive($0.value, now) }
            if sessions.count >= Self.most, let oldest = sessions.min(by: { $0.value.lastSeen < $1.value.lastSeen }) {
                sessions[oldest.key] = nil
            }
            sessions[Secret.digest(secret)] = session
        }
        return secret
    }

    /// The session of a cookie, which thereby lives on; nil when there is none or it has ended.
    func session(_ secret: String, now: ContinuousClock.Instant = .now) -> Session? {
        let key = Secret.digest(secret)
        return sessions.withLock { sessions in
            guard var session = sessions[key] else { return nil }
            guard isAlive(session, now) else {
                sessions[key] = nil
                return nil
            }
            session.lastSeen = now
            sessions[key] = session
            return session
        }
    }

    /// Leaves a line that the next page of a session shows.
    func leave(_ note: Frame.Message, for secret: String) {
        sessions.withLock { $0[Secret.digest(secret)]?.notes.append(note) }
    }

    /// Takes what was left for the next page.
    func takeNotes(_ secret: String) -> [Frame.Message] {
        sessions.withLock { sessions in
            let key = Secret.digest(secret)
            defer { sessions[key]?.notes = [] }
            return sessions[key]?.notes ?? []
        }
    }

    /// Ends a session.
    func end(_ secret: String) { sessions.withLock { $0[Secret.digest(secret)] = nil } }

    private func isAlive(_ session: Session, _ now: ContinuousClock.Instant) -> Bool {
        now - session.lastSeen < idle && now - session.start < Self.longest
    }
}
