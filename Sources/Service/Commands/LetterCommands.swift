package import Determinations
import Records
package import Register
package import Review

/// `imrd letters`: finds letters, shows one with its findings marked, exports what was found.
package struct LetterCommands: Sendable {
    private let desk: ReviewDesk
    private let form: ListForm

    /// The verbs of an installation.
    package init(settings: Settings, form: ListForm) throws {
        desk = try ReviewDesk(settings: settings)
        self.form = form
    }

    /// Lists letters, the newest first.
    /// - Parameters:
    ///   - filter: Which.
    ///   - most: How many at the most.
    ///   - print: Takes one piece of output.
    ///   - complain: Takes a line that says what was not looked at.
    package func search(
        _ filter: LetterFilter, most: Int, print: @escaping (String) -> Void, complain: (String) -> Void
    ) throws {
        var table = Table(
            "LETTER", "RECEIVED", "CASE", "UPHELD", "OVERTURNED", "WORST", "TREATMENTS", isColoured: form.isColoured)
        let count = try RowPrinter(form: form, print: print).run(most: most, page: { try page(filter, $0, $1) }) {
            row in
            table.add(
                [
                    String(row.letter.sequence), row.letter.day, row.letter.caseNumber ?? row.letter.name,
                    String(row.letter.upheld), String(row.letter.overturned), row.worst?.rawValue ?? "-",
                    row.items.map(\.treatment).joined(separator: "; "),
                ], row.worst.flatMap(TerminalStyle.style), column: 5)
        }
        if let note = try desk.letters(filter, most: 1).unsearchedNote { complain(note) }
        if form.kind != .table { return }
        print(count == 0 ? "No letters." : table.text(width: form.width))
        if count == most { print("The newest \(most); --limit shows more, words and filters fewer.") }
    }

    /// Prints every letter that the filter wants, and has that logged.
    package func export(_ filter: LetterFilter, print: @escaping (String) -> Void, complain: (String) -> Void) throws {
        let count = try RowPrinter(form: form, print: print).run(
            most: .max, page: { try page(filter, $0, $1) }, each: { _ in })
        desk.logExport(of: "letters", count, complain)
    }

    /// A letter with its findings marked in its text; that somebody looked at it is logged.
    package func show(_ name: LetterName, complain: (String) -> Void) throws -> String {
        let view = try desk.letter(name)
        do { try desk.noteView(of: view.letter.sequence) } catch {
            complain("the view was not logged: \(CommandFailure(error).description)")
        }
        if form.kind == .json { return view.json.line }
        return LetterPrint(view: view, isColoured: form.isColoured).lines().joined(separator: "\n")
    }

    /// Corrects the day of receipt of a letter.
    /// - Returns: One line that says what was done.
    package func correctReceipt(of name: LetterName, to day: CalendarDate, reason: String) throws -> String {
        let letter = try desk.letter(name).letter
        try desk.correctReceipt(of: letter.sequence, to: day, reason: reason)
        return "Letter \(letter.sequence) counts as received on \(day)."
    }

    private func page(
        _ filter: LetterFilter, _ before: Int?, _ most: Int
    ) throws -> (rows: [LetterRow], next: Int?) {
        let page = try desk.letters(filter, before: before, most: most)
        return (page.rows, page.next)
    }
}
