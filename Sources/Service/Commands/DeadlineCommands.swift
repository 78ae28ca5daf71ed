import Deadlines
import Determinations
package import Register
package import Review

/// `imrd deadlines`: what must be done about letters, and by when.
package struct DeadlineCommands: Sendable {
    private let desk: ReviewDesk
    private let form: ListForm

    /// The verbs of an installation.
    package init(settings: Settings, form: ListForm) throws {
        desk = try ReviewDesk(settings: settings)
        self.form = form
    }

    /// Lists deadlines, the earliest due date first, or prints them as a calendar.
    /// - Parameters:
    ///   - filter: Which.
    ///   - most: How many at the most; a calendar has all.
    ///   - print: Takes one piece of output.
    package func list(_ filter: DeadlineFilter, most: Int, print: @escaping (String) -> Void) throws {
        var table = Table(
            "DEADLINE", "DUE", "STANDING", "KIND", "LETTER", "ITEM", "REQUEST", isColoured: form.isColoured)
        let isCalendar = form.kind == .calendar
        // Whoever prints ends the line: of CR LF the carriage return is left.
        func printLines(_ text: String) { if !text.isEmpty { print(String(text.dropLast()) + "\r") } }
        if isCalendar { printLines(CalendarText.head) }
        let count = try RowPrinter(form: form, print: print).run(
            most: isCalendar ? .max : most, page: { try page(filter, $0, $1) }
        ) { row in
            if isCalendar { return printLines(CalendarText.events([row])) }
            table.add(
                [
                    row.key.description, row.due.date.description, row.standing.text(row.daysLeft),
                    row.due.kind.rawValue, row.letter.caseNumber ?? row.letter.name,
                    row.item.map { String($0.number) } ?? "-", row.item?.request ?? "",
                ], TerminalStyle.style(of: row.standing), column: 2)
        }
        if isCalendar { printLines(CalendarText.tail) }
        if form.kind != .table { return }
        print(count == 0 ? "Nothing is due." : table.text(width: form.width))
        if count == most { print("The first \(most); --limit shows more, a filter fewer.") }
    }

    /// Notes that something due was done, or that it was not.
    /// - Returns: One line that says what was done.
    package func setDone(_ key: RowKey, _ isDone: Bool, comment: String?) throws -> String {
        try desk.setDone(key, isDone, comment: comment)
        return "\(key) is \(isDone ? "done" : "open again")."
    }

    private func page(
        _ filter: DeadlineFilter, _ after: DeadlinePlace?, _ most: Int
    ) throws -> (rows: [DeadlineRow], next: DeadlinePlace?) {
        let page = try desk.deadlines(filter, after: after, most: most)
        return (page.rows, page.next)
    }
}
