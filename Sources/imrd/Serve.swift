import ArgumentParser
import Review
import ReviewSite
import Service

/// `imrd serve`
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the review site on this machine.",
        discussion: """
            Listens on 127.0.0.1:8437 unless site.listen says otherwise or systemd hands a socket over, and runs until SIGTERM or SIGINT. Who may log in: \
            imrd reviewer add NAME. It reads the register and the archive; what reviewers do is recorded by the daemon.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("How much the journal says: debug, info, notice, warning or error.", valueName: "level"))
    var logLevel = "info"

    func run() async throws {
        let settings = try await common.settings()
        let site = try ReviewSite(
            settings: settings.site, desk: try ReviewDesk(settings: settings), timeZone: settings.timeZone,
            version: Version.current, logger: try Journal.logger("imrd-serve", level: logLevel))
        try await site.run { ServiceManager.notify("READY=1") }
    }
}
