import ArgumentParser
import Service

/// `imrd prove`
struct Prove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove to a third party that a letter was received, and when.",
        discussion: """
            The proof is checked with the letter, the proof and the public key alone, by "imrd prove check" or by \
            Tests/Oracle/verify_proof.py, which needs Python and openssl. It discloses one line of the audit log.

            Examples:
              imrd prove 01KB9ZJ4T2M8Q6V0C3W7X5Y1NA --output proof.json
              imrd prove check proof.json letter.pdf --key key.pub
            """,
        subcommands: [Write.self, Check.self], defaultSubcommand: Write.self)

    /// `imrd prove write`
    struct Write: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write the proof for a filed arrival.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "The arrival, as the audit log and imrd letters show it.")
        var arrival: String

        @Option(help: ArgumentHelp("Where to write the proof; default is standard output.", valueName: "file"))
        var output: String?

        func run() async throws {
            let proof = try ProveCommand(settings: try await common.settings()).prove(arrival)
            if let output { try Output.write(proof, to: output) } else { Output.print(proof) }
        }
    }

    /// `imrd prove check`
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a proof against a letter and a public key.",
            discussion: "Exit codes: 0 proved, 1 not proved.")

        @Argument(help: "The proof.")
        var proof: String

        @Argument(help: "The letter, as it was sent.")
        var letter: String

        @Option(help: ArgumentHelp("The public key of the log (key.pub), from whom you trust.", valueName: "file"))
        var key: String

        @Flag(help: "Print the proved line of the audit log.")
        var json = false

        func run() async throws {
            Output.print(try ProveCommand.check(proof: proof, letter: letter, key: key, json: json))
        }
    }
}
