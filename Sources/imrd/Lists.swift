import ArgumentParser
import Service

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
