import ArgumentParser
import Service

/// `imrd reindex`
struct Reindex: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the register again from archive and audit log; filing goes on meanwhile.",
        discussion: """
            The register is an index for the lists and the search; nothing stands in it that archive and audit log do not tell. \
            Works with and without a running daemon.
            """)

    @OptionGroup var common: CommonOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        Output.print(try await ReindexCommand(settings: try await common.settings()).run(json: json))
    }
}
