import ArgumentParser
import Service

/// `imrd doctor`
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is wrong with the installation, and how to mend it; changes nothing.",
        discussion: "Best run as root or as the daemon's user. Exit codes: 0 no problem, 1 a problem.")

    @OptionGroup var common: CommonOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let settings: Result<Settings, SettingsFailure>
        do { settings = .success(try await common.settings()) } catch let failure as SettingsFailure {
            settings = .failure(failure)
        }
        let (text, isWell) = await DoctorCommand(settings: settings).run(json: json)
        Output.print(text)
        if !isWell { throw ExitCode(1) }
    }
}
