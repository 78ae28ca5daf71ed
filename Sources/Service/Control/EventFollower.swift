import Records

/// The audit entries that come while a command waits for what it began.
struct EventFollower {
    private let session: DaemonSession
    private var next: Int?

    /// Follows from a number on; nil for what comes from now on.
    init(_ session: DaemonSession, from next: Int? = nil) async throws {
        self.session = session
        self.next = next
        if next == nil { _ = try await poll() }
    }

    /// What came since the last call; may be none.
    mutating func poll() async throws -> [JSON] {
        let members = next.map { [JSON.Member("from", .integer($0))] } ?? []
        let answer = try await session.ask(EventsRequest.name, members)
        next = answer["next"]?.integer
        return answer["events"]?.elements ?? []
    }

    /// What came since the last call; waits until something has, for so long at the most.
    mutating func wait(_ patience: Duration) async throws -> [JSON] {
        let end = ContinuousClock.now + patience
        while true {
            let events = try await poll()
            if !events.isEmpty || end <= .now { return events }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
