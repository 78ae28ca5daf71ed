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

    @Flag(help: "Print the metrics of the running daemon as text for Prometheus.")
    var metrics = false

    func validate() throws {
        if json && metrics { throw ValidationError("--json and --metrics are two different forms; choose one.") }
    }

    func run() async throws {
        let form: StatusCommand.Form = json ? .json : metrics ? .metrics : .text
        let (text, isRunning) = try StatusCommand(settings: try await common.settings()).run(form)
        Output.print(text)
        if !isRunning { throw ExitCode(3) }
    }
}
