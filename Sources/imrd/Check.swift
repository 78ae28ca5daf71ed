import ArgumentParser
import Determinations
import Service

/// `imrd check`
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read and check letters without filing them.",
        discussion: """
            Exit codes: 0 clean, 1 findings at or above --fail-on, 2 a file that cannot be read or is no letter, 64 usage.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Letters, PDF or text; - is standard input.", valueName: "file"))
    var files: [String]

    @Flag(help: "Print one JSON object a file.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "The least severity that makes the exit code 1: info, notice, warning or error.", valueName: "severity"))
    var failOn = "error"

    func validate() throws {
        guard let severity = Severity(rawValue: failOn), severity != .held else {
            throw ValidationError("--fail-on takes info, notice, warning or error, not \"\(failOn)\".")
        }
    }

    func run() async throws {
        let threshold = Severity(rawValue: failOn) ?? .error
        let command = await CheckCommand(settings: try await common.settings(), failOn: threshold, json: json)
        let outcome = await command.run(files, print: Output.print, complain: Output.complain)
        if outcome != .clean { throw ExitCode(outcome.rawValue) }
    }
}
