import ArgumentParser
import Register
import Service

/// What every act on findings is given.
struct ActOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    @Argument(help: "The findings, such as 41.2.")
    var findings: [RowKey]

    /// Has it recorded, and says so.
    func run(_ act: ReviewAct, reason: DismissalReason? = nil, comment: String?) async throws {
        let form = ListForm(json ? .json : .table, width: Output.width, isColoured: false)
        let commands = try AnomalyCommands(settings: try await common.settings(), form: form)
        Output.print(try commands.act(act, on: findings, reason: reason, comment: comment))
    }
}

extension Anomalies {
    /// `imrd anomalies acknowledge`
    struct Acknowledge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say that you have seen findings and are at it.")
        @OptionGroup var options: ActOptions
        @Option(help: "What you have to say about it.")
        var comment: String?
        func run() async throws { try await options.run(.acknowledge, comment: comment) }
    }

    /// `imrd anomalies resolve`
    struct Resolve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say that what findings are about was put right.")
        @OptionGroup var options: ActOptions
        @Option(help: "What you have to say about it.")
        var comment: String?
        func run() async throws { try await options.run(.resolve, comment: comment) }
    }

    /// `imrd anomalies reopen`
    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Open findings again.")
        @OptionGroup var options: ActOptions
        @Option(help: "What you have to say about it.")
        var comment: String?
        func run() async throws { try await options.run(.reopen, comment: comment) }
    }

    /// `imrd anomalies dismiss`
    struct Dismiss: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that findings need nothing, and why.",
            discussion: "A revised copy of the letter that shows a dismissed finding again opens it again.")
        @OptionGroup var options: ActOptions
        @Option(help: "Why: false-alarm, known, duplicate, or other with a comment.")
        var reason: DismissalReason
        @Option(help: "What you have to say about it.")
        var comment: String?
        func run() async throws { try await options.run(.dismiss, reason: reason, comment: comment) }
    }

    /// `imrd anomalies comment`
    struct Comment: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say something about findings.",
            discussion: "Example: imrd anomalies comment 41.2 --text \"The clinic sends a new letter.\"")
        @OptionGroup var options: ActOptions
        @Option(help: "What you have to say, at most 4000 bytes.")
        var text: String
        func run() async throws { try await options.run(.comment, comment: text) }
    }
}
