import ArgumentParser
import Service

/// `imrd run`
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the daemon: watch the inbox and file what comes.",
        discussion: """
            Runs in the foreground until SIGTERM or SIGINT; what was claimed by then is filed first. SIGHUP reads the configuration \
            again: what can change while it runs does, a wrong one changes nothing, and the journal says which. Exit codes: 0 stopped, \
            71 the disk or another part of the system failed, 73 a folder cannot be used, 75 another imrd runs or there is no \
            space, 77 no permission, 78 the configuration is wrong.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("How much the journal says: debug, info, notice, warning or error.", valueName: "level"))
    var logLevel = "info"

    @Flag(help: "Let the group of this process read what is filed; else only its user may.")
    var groupReads = false

    func run() async throws {
        try await DaemonRunner.run(
            settings: try await common.settings(), logLevel: logLevel, groupReads: groupReads
        ) { try await common.settings() }
    }
}
