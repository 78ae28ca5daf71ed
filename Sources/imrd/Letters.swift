import ArgumentParser
import Determinations
import Register
import Review
import Service

/// `imrd letters`
struct Letters: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find letters, and show one with its findings marked at their places.",
        discussion: """
            A letter is named by its number (41), its case (the newest letter of it) or its arrival.

              imrd letters                                     the newest letters
              imrd letters acupuncture "lumbar spine" -knee    with these words, without that one
              imrd letters treatment:norco* --outcome overturned
              imrd letters show CM16-0213037
              imrd letters received 41 2026-11-18 --reason "The paper came first."
              imrd letters export --from 2026-11-01 --csv > letters.csv
            """,
        subcommands: [Search.self, Show.self, Received.self, Export<LetterFilterOptions>.self],
        defaultSubcommand: Search.self)

    /// `imrd letters search`
    struct Search: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List letters, the newest first.")

        @OptionGroup var common: CommonOptions
        @OptionGroup var filter: LetterFilterOptions
        @OptionGroup var list: ListOptions

        @Option(help: "How many letters at the most.")
        var limit = 50

        func validate() throws { if limit < 1 { throw ValidationError("--limit takes a number from 1.") } }

        func run() async throws {
            try LetterCommands(settings: try await common.settings(), form: list.form())
                .search(try filter.filter(), most: limit, print: Output.print, complain: Output.complain)
        }
    }

    /// `imrd letters show`
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a letter: decisions, what is due, findings, and the text with each finding marked.",
            discussion: """
                The evidence of the second finding stands between [2: and ] in the text. The audit log notes who looked at a letter.
                """)

        @OptionGroup var common: CommonOptions

        @Flag(help: "Print one JSON object.")
        var json = false

        @Argument(help: "Its number, case or arrival.")
        var letter: LetterName

        func run() async throws {
            let form = ListForm(json ? .json : .table, width: Output.width, isColoured: Output.isColoured)
            let commands = try LetterCommands(settings: try await common.settings(), form: form)
            Output.print(try commands.show(letter, complain: Output.complain))
        }
    }

    /// `imrd letters received`
    struct Received: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Correct the day of receipt, from which periods are counted, when the paper came on another day.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "Its number, case or arrival.")
        var letter: LetterName

        @Argument(help: "The day on which it was received, such as 2026-11-18.")
        var day: CalendarDate

        @Option(help: "How you know.")
        var reason: String

        func run() async throws {
            let form = ListForm(.table, width: Output.width, isColoured: false)
            let commands = try LetterCommands(settings: try await common.settings(), form: form)
            Output.print(try commands.correctReceipt(of: letter, to: day, reason: reason))
        }
    }
}

/// Which letters are wanted.
struct LetterFilterOptions: ParsableArguments {
    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(
            "Words that stand in the letter: \"a phrase\", begin*, -without, treatment:word.", valueName: "words"))
    var words: [String] = []

    @Option(help: "How the items were decided: overturned (at least one), upheld (all), mixed.")
    var outcome: LetterFilter.Outcome?

    @OptionGroup var letter: LetterOptions

    func filter() throws -> LetterFilter {
        var filter = LetterFilter()
        // The shell took the quotation marks of a phrase away.
        let phrases = words.map { $0.contains(" ") && !$0.contains("\"") ? "\"\($0)\"" : $0 }
        filter.words = try letter.words(phrases + (letter.text.map { [$0] } ?? []))
        filter.caseNumber = letter.case?.description
        filter.days = letter.days
        filter.outcome = outcome
        return filter
    }
}
