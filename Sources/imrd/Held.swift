import ArgumentParser
import Service

/// `imrd held`
struct Held: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What could not be filed: why, and what becomes of it.",
        discussion: """
            Examples:
              imrd held
              imrd held release 01KB9ZJ4T2M8Q6V0C3W7X5Y1NA
              imrd held discard 01KB9ZJ4T2M8Q6V0C3W7X5Y1NA --reason "a fax cover sheet"
            """,
        subcommands: [List.self, Show.self, Release.self, Discard.self], defaultSubcommand: List.self)

    /// `imrd held list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List held files, the oldest first.")

        @OptionGroup var common: CommonOptions

        @Flag(help: "Print one JSON object a file.")
        var json = false

        func run() async throws {
            let held = HeldCommands(settings: try await common.settings(), json: json)
            Output.print(try held.list(width: Output.width))
        }
    }

    /// `imrd held show`
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show everything that is known of a held file.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "The arrival, as imrd held lists it.")
        var arrival: String

        @Flag(help: "Print one JSON object.")
        var json = false

        func run() async throws {
            Output.print(try HeldCommands(settings: try await common.settings(), json: json).show(arrival))
        }
    }

    /// `imrd held release`
    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put held files through again, and wait for what becomes of them.",
            discussion: """
                For a file that was held for a reason that is gone: a newer imrd reads it, a limit was raised. It keeps its \
                arrival number and its day of receipt. Works with and without a running daemon.

                Exit codes: 0 all are filed, 1 one is held again or cannot be released.
                """)

        @OptionGroup var common: CommonOptions

        @Argument(help: "The arrivals, as imrd held lists them.")
        var arrivals: [String]

        @Flag(help: "Print the audit entry of each outcome.")
        var json = false

        func run() async throws {
            let held = HeldCommands(settings: try await common.settings(), json: json)
            let isWell = try await held.release(arrivals, print: Output.print, complain: Output.complain)
            if !isWell { throw ExitCode(1) }
        }
    }

    /// `imrd held discard`
    struct Discard: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give held files up: they leave the list, with a reason in the audit log.",
            discussion: """
                Nothing is deleted: the file is kept in held/discarded, because records are kept for years. Works with and \
                without a running daemon.

                Exit codes: 0 all are discarded, 1 one is not.
                """)

        @OptionGroup var common: CommonOptions

        @Argument(help: "The arrivals, as imrd held lists them.")
        var arrivals: [String]

        @Option(help: "Why; it is kept in the audit log.")
        var reason: String

        @Flag(help: "Print one JSON object a file.")
        var json = false

        func run() async throws {
            let held = HeldCommands(settings: try await common.settings(), json: json)
            let isWell = try await held.discard(
                arrivals, reason: reason, print: Output.print, complain: Output.complain)
            if !isWell { throw ExitCode(1) }
        }
    }
}
