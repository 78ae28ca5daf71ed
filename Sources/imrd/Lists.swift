import ArgumentParser
import Service

/// `imrd held`
struct Held: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What could not be filed, and why.", subcommands: [List.self], defaultSubcommand: List.self)

    /// `imrd held list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List held files, the oldest first.")

        @OptionGroup var common: CommonOptions

        @Flag(help: "Print one JSON object a file.")
        var json = false

        func run() async throws {
            let lists = ListCommands(settings: try await common.settings(), json: json, width: Output.width)
            Output.print(try lists.held())
        }
    }
}

/// `imrd rules`
struct Rules: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The catalogue of anomalies.", subcommands: [List.self, Show.self], defaultSubcommand: List.self)

    /// `imrd rules show`
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the manual page of a rule.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "The rule's code, such as T01.")
        var code: String

        @Flag(help: "Print one JSON object.")
        var json = false

        func run() async throws {
            let lists = ListCommands(settings: try await common.settings(), json: json, width: Output.width)
            Output.print(try lists.rule(code))
        }
    }

    /// `imrd rules list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the rules by their codes.")

        @OptionGroup var common: CommonOptions

        @Flag(help: "Print one JSON object a rule.")
        var json = false

        func run() async throws {
            Output.print(ListCommands(settings: try await common.settings(), json: json, width: Output.width).rules())
        }
    }
}
