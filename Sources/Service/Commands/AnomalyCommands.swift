import Determinations
import Records
package import Register
import Review

/// `imrd anomalies`: the review list, and what reviewers do about it.
package struct AnomalyCommands: Sendable {
    private let desk: ReviewDesk
    private let form: ListForm

    /// The verbs of an installation.
    package init(settings: Settings, form: ListForm) throws {
        desk = try ReviewDesk(settings: settings)
        self.form = form
    }

    /// Lists findings, the most severe first.
    /// - Parameters:
    ///   - filter: Which.
    ///   - most: How many at the most.
    ///   - isGrouped: Whether a row is a rule with its numbers.
    ///   - print: Takes one piece of output.
    ///   - complain: Takes a line that says what was not looked at.
    package func list(
        _ filter: FindingFilter, most: Int, isGrouped: Bool, print: @escaping (String) -> Void,
        complain: (String) -> Void
    ) throws {
        if let note = try desk.searchNote(filter) { complain(note) }
        let printer = RowPrinter(form: form, print: print)
        if isGrouped { return try list(try desk.anomalyGroups(filter), printer) }
        var table = Table(
            "FINDING", "RECEIVED", "LETTER", "SEVERITY", "STATE", "CODE", "ITEM", "MESSAGE", isColoured: form.isColoured
        )
        let count = try printer.run(most: most, page: { try page(filter, $0, $1) }) { row in
            let finding = row.finding.finding
            table.add(
                [
                    row.finding.key.description, row.letter.day, row.letter.caseNumber ?? row.letter.name,
                    finding.severity.rawValue, row.finding.state.rawValue, finding.code,
                    finding.item.map(String.init) ?? "-", finding.message,
                ], TerminalStyle.style(of: finding.severity), column: 3)
        }
        if form.kind != .table { return }
        print(count == 0 ? "No anomalies." : table.text(width: form.width))
        if count == most { print("The first \(most); --limit shows more, a filter fewer.") }
    }

    /// Prints every finding that the filter wants, and has that logged.
    package func export(_ filter: FindingFilter, print: @escaping (String) -> Void, complain: (String) -> Void) throws {
        let printer = RowPrinter(form: form, print: print)
        if let note = try desk.searchNote(filter) { complain(note) }
        desk.logExport(
            of: "anomalies", try printer.run(most: .max, page: { try page(filter, $0, $1) }, each: { _ in }), complain)
    }

    /// One finding with its evidence and what was done about it.
    package func show(_ key: RowKey) throws -> String {
        let row = try desk.anomaly(key)
        let view = try desk.letter(.number(key.letter))
        let reviews = view.findings.first { $0.finding.key == key }?.reviews ?? []
        if form.kind == .json {
            return JSON.object(row.json.members + [JSON.Member("reviews", .array(reviews.map(\.json)))]).line
        }
        return LetterPrint(view: view, isColoured: form.isColoured).finding(row.finding, reviews)
            .joined(separator: "\n")
    }

    /// Acknowledges, resolves, dismisses, reopens or comments findings.
    /// - Returns: One line that says what was done.
    package func act(
        _ act: ReviewAct, on findings: [RowKey], reason: DismissalReason?, comment: String?
    ) throws -> String {
        let count = try desk.act(act, on: findings, reason: reason, comment: comment)
        if form.kind == .json { return JSON.object(["done": .integer(count)]).line }
        return "\(count) finding\(count == 1 ? "" : "s") \(act.past)."
    }

    private func page(
        _ filter: FindingFilter, _ after: FindingPlace?, _ most: Int
    ) throws -> (rows: [AnomalyRow], next: FindingPlace?) {
        let page = try desk.anomalies(filter, after: after, most: most)
        return (page.rows, page.next)
    }

    private func list(_ groups: [AnomalyGroup], _ printer: RowPrinter) throws {
        var table = Table("CODE", "SEVERITY", "FINDINGS", "NAME", isColoured: form.isColoured)
        _ = try printer.run(most: .max, page: { (_: Int?, _) in (groups, nil) }) { group in
            table.add(
                [group.code, group.severity.rawValue, String(group.total), group.name],
                TerminalStyle.style(of: group.severity), column: 1)
        }
        if form.kind == .table { printer.print(groups.isEmpty ? "No anomalies." : table.text(width: form.width)) }
    }
}

extension ReviewAct {
    /// What was done, as the end of a sentence.
    var past: String {
        switch self {
        case .acknowledge: "acknowledged"
        case .resolve: "resolved"
        case .dismiss: "dismissed"
        case .reopen: "reopened"
        case .comment: "commented"
        case .receipt: "received at another day"
        case .done: "done"
        case .undone: "not done"
        case .viewed: "viewed"
        }
    }
}

extension ReviewDesk {
    /// Has an export logged; without a daemon the export stands, and a line says that it was not logged.
    func logExport(of list: String, _ count: Int, _ complain: (String) -> Void) {
        do { try noteExport(of: list, count: count) } catch {
            complain("the export was not logged: \(CommandFailure(error).description)")
        }
    }
}
