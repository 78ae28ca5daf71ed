import Records

/// `imrd reindex`: the register made again.
package struct ReindexCommand: Sendable {
    private let settings: Settings

    /// A command for the register of these settings.
    package init(settings: Settings) { self.settings = settings }

    /// Makes the register again; returns what to print.
    package func run(json: Bool) async throws -> String {
        let answer = try await DaemonSession.run(settings, claims: false) { try await $0.ask(ReindexRequest.name) }
        return json ? answer.line : "The register is made again from \(answer["entries"]?.integer ?? 0) audit entries."
    }
}
