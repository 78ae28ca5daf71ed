import ArgumentParser
import Service

/// `imrd recheck`
struct Recheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run today's rules over the archive and print what would be different; files nothing.",
        discussion: "Exit codes: 0 nothing differs, 1 something does.")

    @OptionGroup var common: CommonOptions

    @Flag(help: "Print one JSON object a letter that differs.")
    var json = false

    func run() async throws {
        let command = try await RecheckCommand(settings: try await common.settings(), json: json)
        let differs = try await command.run(print: Output.print, complain: Output.complain)
        if differs { throw ExitCode(1) }
    }
}
