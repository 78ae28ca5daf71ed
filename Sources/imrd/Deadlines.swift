import ArgumentParser
import Deadlines
import Determinations
import Register
import Review
import Service

/// `imrd deadlines`
struct DeadlinesVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadlines",
        abstract: "What must be done about overturned items, and by when.",
        discussion: """
            An overturned item must be authorized within 5 working days of receipt, or paid within 20 days when it was rendered \
            already (8 CCR 9792.10.7(a)). A deadline has a name such as 41.1: item 1 of letter 41.

              imrd deadlines                       what is not done, the earliest first
              imrd deadlines --to 2026-11-30       due by then
              imrd deadlines --ics > due.ics       for a calendar
              imrd deadlines done 41.1 --comment "Authorized by phone."
            """,
        subcommands: [List.self, Done.self, Undone.self], defaultSubcommand: List.self)

    /// `imrd deadlines list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List deadlines, the earliest due date first.")

        @OptionGroup var common: CommonOptions
        @OptionGroup var list: ListOptions

        @Option(help: "What is due: authorize, pay, petition; may be repeated. Without: authorize and pay.")
        var kind: [DeadlineKind] = []

        @Option(help: ArgumentHelp("Only what is due on or after this day.", valueName: "yyyy-mm-dd"))
        var from: CalendarDate?

        @Option(help: ArgumentHelp("Only what is due on or before this day.", valueName: "yyyy-mm-dd"))
        var to: CalendarDate?

        @Flag(help: "List what was done instead.")
        var done = false

        @Flag(help: "Print a calendar (iCalendar, RFC 5545).")
        var ics = false

        @Option(help: "How many deadlines at the most.")
        var limit = 200

        func validate() throws {
            if limit < 1 { throw ValidationError("--limit takes a number from 1.") }
            if ics, list.json || list.csv { throw ValidationError("--ics excludes --json and --csv.") }
        }

        func run() async throws {
            var filter = DeadlineFilter()
            if !kind.isEmpty { filter.kinds = Set(kind) }
            filter.first = from
            filter.last = to
            filter.isDone = done
            try DeadlineCommands(settings: try await common.settings(), form: list.form(ics ? .calendar : .table))
                .list(filter, most: limit, print: Output.print)
        }
    }

    /// What both acts are given.
    struct ActOptions: ParsableArguments {
        @OptionGroup var common: CommonOptions

        @Argument(help: "The deadline, such as 41.1.")
        var deadline: RowKey

        @Option(help: "What you have to say about it.")
        var comment: String?

        func run(isDone: Bool) async throws {
            let form = ListForm(.table, width: Output.width, isColoured: false)
            let commands = try DeadlineCommands(settings: try await common.settings(), form: form)
            Output.print(try commands.setDone(deadline, isDone, comment: comment))
        }
    }

    /// `imrd deadlines done`
    struct Done: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say that what was due was done.")
        @OptionGroup var options: ActOptions
        func run() async throws { try await options.run(isDone: true) }
    }

    /// `imrd deadlines undone`
    struct Undone: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take back that it was done.")
        @OptionGroup var options: ActOptions
        func run() async throws { try await options.run(isDone: false) }
    }
}
