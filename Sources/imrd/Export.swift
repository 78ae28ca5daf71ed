import ArgumentParser
import Service

/// What a list that can be exported is asked for: its filter.
protocol ExportFilter: ParsableArguments {
    /// What is exported, as the end of "Print every …".
    static var rows: String { get }

    /// Prints every row that the filter wants.
    func export(_ settings: Settings, _ form: ListForm) throws
}

/// `imrd anomalies export`, `imrd letters export`
struct Export<Filter: ExportFilter>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: "Print every \(Filter.rows), as JSON unless --csv is given; the audit log notes who did.")
    }

    @OptionGroup var common: CommonOptions
    @OptionGroup var filter: Filter
    @OptionGroup var list: ListOptions

    func run() async throws { try filter.export(try await common.settings(), list.form(.json)) }
}

extension FindingOptions: ExportFilter {
    static let rows = "finding"

    func export(_ settings: Settings, _ form: ListForm) throws {
        try AnomalyCommands(settings: settings, form: form)
            .export(try filter(), print: Output.print, complain: Output.complain)
    }
}

extension LetterFilterOptions: ExportFilter {
    static let rows = "letter that is found"

    func export(_ settings: Settings, _ form: ListForm) throws {
        try LetterCommands(settings: settings, form: form)
            .export(try filter(), print: Output.print, complain: Output.complain)
    }
}
