import ArgumentParser
import Service

/// `imrd verify`
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Verify the audit log, its checkpoint, and every file of the archive.",
        discussion: """
            Prints one line for each thing that is wrong, with its place, and a last line with the sum. With --since it also \
            proves that the log only grew since an older checkpoint, one that was kept elsewhere: without such a copy whoever \
            is root here can have rewritten everything.

            Examples:
              imrd verify
              imrd verify --since /media/stick/checkpoint --key /media/stick/key.pub

            Exit codes: 0 sound, 1 something is wrong, 73 or 77 something cannot be read.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("An older checkpoint.", valueName: "file"))
    var since: String?

    @Option(help: ArgumentHelp("A copy of the public key; default is log/audit/key.pub.", valueName: "file"))
    var key: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let command = VerifyCommand(settings: try await common.settings(), key: key, since: since)
        let progress = ProgressLine()
        let (text, isSound) = try command.run(json: json, progress: progress.show)
        progress.clear()
        Output.print(text)
        if !isSound { throw ExitCode(1) }
    }
}
