import ArgumentParser
import Determinations
import Service

/// `imrd anomalies`
struct Anomalies: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The review list: what is wrong with letters, and what must be done.", subcommands: [List.self],
        defaultSubcommand: List.self)

    /// `imrd anomalies list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List findings, the newest letter first.")

        @OptionGroup var common: CommonOptions

        @Flag(help: "Print one JSON object a finding.")
        var json = false

        @Option(help: "The least severity that is listed: info, notice, warning or error.")
        var severity = "notice"

        @Option(help: "How many findings at the most.")
        var limit = 200

        func validate() throws {
            if Severity(rawValue: severity) == nil {
                throw ValidationError("--severity takes info, notice, warning or error, not \"\(severity)\".")
            }
            if limit < 1 { throw ValidationError("--limit takes a number from 1.") }
        }

        func run() async throws {
            let lists = ListCommands(settings: try await common.settings(), json: json, width: Output.width)
            Output.print(try lists.anomalies(least: Severity(rawValue: severity) ?? .notice, most: limit))
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
