import ArgumentParser
import Service

/// `imrd notify`
struct Notify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell others what happened: a command, a web server, or mail.",
        discussion: """
            Follows the audit log beside the daemon, from the moment of its first start on, and remembers how far it has told: \
            each thing is told once, and again only after a crash, with the same id. Whom, of what, and how is set under \
            "notify" in the configuration. Runs in the foreground until SIGTERM or SIGINT.
            """)

    @OptionGroup var common: CommonOptions

    func run() async throws { try await NotifyRunner.run(settings: try await common.settings()) }
}
