import ArgumentParser
import Determinations
import Register
import Service

/// `imrd anomalies`
struct Anomalies: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The review list: what is wrong with letters, what must be done, and what was done about it.",
        discussion: """
            A finding has a name such as 41.2: the second finding of letter 41. Acts are recorded in the audit log by the daemon, \
            under the name of the user who asks.

              imrd anomalies                                   what somebody has to look at
              imrd anomalies --rule D01 --from 2026-11-01      findings of a rule
              imrd anomalies --grouped                         how many of each rule
              imrd anomalies show 41.2
              imrd anomalies acknowledge 41.2 41.3
              imrd anomalies dismiss 41.2 --reason known
              imrd anomalies export --csv > anomalies.csv
            """,
        subcommands: [
            List.self, Show.self, Acknowledge.self, Resolve.self, Dismiss.self, Reopen.self, Comment.self,
            Export<FindingOptions>.self,
        ], defaultSubcommand: List.self)

    /// `imrd anomalies list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List findings, the most severe first.")

        @OptionGroup var common: CommonOptions
        @OptionGroup var filter: FindingOptions
        @OptionGroup var list: ListOptions

        @Flag(help: "A row for each rule, with the number of its findings.")
        var grouped = false

        @Option(help: "How many findings at the most.")
        var limit = 200

        func validate() throws { if limit < 1 { throw ValidationError("--limit takes a number from 1.") } }

        func run() async throws {
            try AnomalyCommands(settings: try await common.settings(), form: list.form())
                .list(
                    try filter.filter(), most: limit, isGrouped: grouped, print: Output.print,
                    complain: Output.complain)
        }
    }

    /// `imrd anomalies show`
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a finding with its evidence and what was done about it.")

        @OptionGroup var common: CommonOptions
        @OptionGroup var list: ListOptions

        @Argument(help: "The finding, such as 41.2.")
        var finding: RowKey

        func run() async throws {
            Output.print(
                try AnomalyCommands(settings: try await common.settings(), form: list.form()).show(finding))
        }
    }
}

/// Which findings are wanted.
struct FindingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only findings of this rule; may be repeated.", valueName: "code"))
    var rule: [String] = []

    @Option(help: "The least severity: info, notice, warning or error.")
    var severity = Severity.notice

    @Option(help: "A state: open, acknowledged, resolved, dismissed; may be repeated. Without: open and acknowledged.")
    var state: [FindingState] = []

    @OptionGroup var letter: LetterOptions

    func filter() throws -> FindingFilter {
        var filter = FindingFilter()
        filter.codes = rule.map { $0.uppercased() }
        filter.severities = Set(Severity.allCases.filter { $0 >= severity })
        if !state.isEmpty { filter.states = Set(state) }
        filter.caseNumber = letter.case?.description
        filter.days = letter.days
        filter.words = try letter.words(letter.text.map { [$0] } ?? [])
        return filter
    }
}

/// Of which letters.
struct LetterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only letters of this case.", valueName: "CMyy-nnnnnnn"))
    var `case`: CaseNumber?

    @Option(help: ArgumentHelp("Only letters received on or after this day.", valueName: "yyyy-mm-dd"))
    var from: CalendarDate?

    @Option(help: ArgumentHelp("Only letters received on or before this day.", valueName: "yyyy-mm-dd"))
    var to: CalendarDate?

    @Option(help: ArgumentHelp("Only letters with these words.", valueName: "words"))
    var text: String?

    var days: DayRange? { DayRange(from: from, to: to) }

    func words(_ texts: [String]) throws -> SearchWords? {
        let text = texts.joined(separator: " ")
        if text.isEmpty { return nil }
        guard let words = SearchWords(text) else {
            throw ValidationError("There is no word to look for in \"\(text)\".")
        }
        return words
    }
}
