import Records
import Review

/// Goes through the pages of a list and prints their rows, or hands them to a table.
struct RowPrinter {
    let form: ListForm
    let print: (String) -> Void

    /// Goes through the list.
    /// - Parameters:
    ///   - most: How many rows at the most.
    ///   - page: The rows after a place, so many at the most, and where the next page goes on.
    ///   - each: Takes each row where a table is wanted.
    /// - Returns: How many rows there were.
    func run<Row: ExportedRow, Place>(
        most: Int, page: (_ after: Place?, _ most: Int) throws -> (rows: [Row], next: Place?), each: (Row) -> Void
    ) throws -> Int {
        if form.kind == .csv { line(Row.csvHead) }
        var after: Place?
        var count = 0
        repeat {
            let (rows, next) = try page(after, min(500, most - count))
            for row in rows { printed(row) ? () : each(row) }
            count += rows.count
            after = next
        } while after != nil && count < most
        return count
    }

    /// Prints a row; false where a table is wanted.
    private func printed(_ row: some ExportedRow) -> Bool {
        switch form.kind {
        case .csv: line(row.csv)
        case .json: print(row.json.line)
        case .table, .calendar: return false
        }
        return true
    }

    /// Whoever prints ends the line: of CR LF the carriage return is left.
    private func line(_ csv: String) { print(String(csv.dropLast()) + "\r") }
}
