import ArgumentParser
import Register
import Service

/// What every act on findings is given.
struct ActOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    @Option(name: [.customLong("comment"), .customLong("text")], help: "What you have to say, at most 4000 bytes.")
    var comment: String?

    @Argument(help: "The findings, such as 41.2.")
    var findings: [RowKey]

    /// Has it recorded, and says so.
    func run(_ act: ReviewAct, reason: DismissalReason? = nil) async throws {
        let form = ListForm(json ? .json : .table, width: Output.width, isColoured: false)
        let commands = try AnomalyCommands(settings: try await common.settings(), form: form)
        Output.print(try commands.act(act, on: findings, reason: reason, comment: comment))
    }
}

/// An act on findings that needs nothing but what every act is given.
protocol PlainAct: AsyncParsableCommand {
    static var act: ReviewAct { get }
    var options: ActOptions { get }
}

extension PlainAct {
    mutating func run() async throws { try await options.run(Self.act) }
}

extension Anomalies {
    /// `imrd anomalies acknowledge`
    struct Acknowledge: PlainAct {
        static let act = ReviewAct.acknowledge
        static let configuration = CommandConfiguration(abstract: "Say that you have seen findings and are at it.")
        @OptionGroup var options: ActOptions
    }

    /// `imrd anomalies resolve`
    struct Resolve: PlainAct {
        static let act = ReviewAct.resolve
        static let configuration = CommandConfiguration(abstract: "Say that what findings are about was put right.")
        @OptionGroup var options: ActOptions
    }

    /// `imrd anomalies reopen`
    struct Reopen: PlainAct {
        static let act = ReviewAct.reopen
        static let configuration = CommandConfiguration(abstract: "Open findings again.")
        @OptionGroup var options: ActOptions
    }

    /// `imrd anomalies comment`
    struct Comment: PlainAct {
        static let act = ReviewAct.comment
        static let configuration = CommandConfiguration(
            abstract: "Say something about findings.",
            discussion: "Example: imrd anomalies comment 41.2 --text \"The clinic sends a new letter.\"")
        @OptionGroup var options: ActOptions

        func validate() throws {
            if options.comment == nil { throw ValidationError("There is nothing to say: give it with --text.") }
        }
    }

    /// `imrd anomalies dismiss`
    struct Dismiss: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that findings need nothing, and why.",
            discussion: "A revised copy of the letter that shows a dismissed finding again opens it again.")
        @OptionGroup var options: ActOptions
        @Option(help: "Why: false-alarm, known, duplicate, or other with a comment.")
        var reason: DismissalReason
        func run() async throws { try await options.run(.dismiss, reason: reason) }
    }
}
