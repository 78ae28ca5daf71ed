import Testing

@testable import ReviewSite

@Suite("Sessions")
struct SessionsTests {
    private let start = ContinuousClock.now

    private func reviewer() throws -> Reviewers.Reviewer {
        Reviewers.Reviewer(
            name: "ana", since: "2026-11-21T08:00:00Z", password: try PasswordHash(of: "words", rounds: 1 << 10))
    }

    @Test("a session lives on while it is used, and ends after the idle time")
    func idle() throws {
        let sessions = Sessions(idle: .seconds(900))
        let secret = sessions.begin(try reviewer(), now: start)
        #expect(sessions.session(secret, now: start + .seconds(899))?.name == "ana")
        #expect(sessions.session(secret, now: start + .seconds(1798))?.name == "ana")
        #expect(sessions.session(secret, now: start + .seconds(2698)) == nil)
        #expect(sessions.session(secret, now: start + .seconds(1799)) == nil, "an ended session does not come back")
    }

    @Test("a session ends after twelve hours, however much it is used")
    func longest() throws {
        let sessions = Sessions(idle: .seconds(36_000))
        let secret = sessions.begin(try reviewer(), now: start)
        #expect(sessions.session(secret, now: start + .seconds(35_000)) != nil)
        #expect(sessions.session(secret, now: start + .seconds(43_200)) == nil)
    }

    @Test("secrets and form tokens are long and never the same")
    func secrets() throws {
        let sessions = Sessions(idle: .seconds(900))
        let secrets = try (0..<20).map { _ in sessions.begin(try reviewer(), now: start) }
        let tokens = secrets.compactMap { sessions.session($0, now: start)?.formToken }
        #expect(Set(secrets + tokens).count == 40)
        #expect((secrets + tokens).allSatisfy { $0.utf8.count == 43 })
        #expect(sessions.session("wrong", now: start) == nil)
    }
}
