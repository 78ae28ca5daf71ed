import ArgumentParser
import Service

/// `imrd status`
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say whether the daemon runs, what waits and why, and what was filed.",
        discussion: "Exit codes: 0 it runs, 3 it does not.")

    @OptionGroup var common: CommonOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let (text, isRunning) = try StatusCommand(settings: try await common.settings()).run(json: json)
        Output.print(text)
        if !isRunning { throw ExitCode(3) }
    }
}
