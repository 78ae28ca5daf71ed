import ArgumentParser
import Service

/// `imrd file`
struct File: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "File existing letters and folders of letters in bulk.",
        discussion: """
            Files go the way of every letter, through the inbox, and are read, checked, filed and logged like any other. What is \
            filed already is skipped: after a kill, run the same command again. Originals stay where they are, unless --move, \
            which removes each once the audit log says that its bytes are filed; what is held stays. Links and special files are \
            left out. Works with and without a running daemon.

            Examples:
              imrd file letters/ one-more.pdf
              imrd file --move --source scanner-2 /media/stick

            Exit codes: 0 all are in the archive, 1 something is held or was left out.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Letters, and folders with letters, looked through to the bottom.", valueName: "path"))
    var paths: [String]

    @Flag(help: "Remove each original once it is filed.")
    var move = false

    @Option(help: ArgumentHelp("File them as if they had been dropped into this source.", valueName: "name"))
    var source: String?

    @Flag(help: "Print the summary as one JSON object.")
    var json = false

    func run() async throws {
        let bulk = try BulkFiling(settings: try await common.settings(), source: source, moves: move)
        let progress = ProgressLine()
        let summary = try await bulk.run(
            paths, progress: { progress.show($0, of: $1) },
            complain: {
                progress.clear()
                Output.complain($0)
            })
        progress.clear()
        Output.print(json ? summary.json : summary.text)
        if !summary.isWell { throw ExitCode(1) }
    }
}
