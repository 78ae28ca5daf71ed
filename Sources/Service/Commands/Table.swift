/// Rows under headings, the columns as wide as their widest cell; the last column is cut to the width of the terminal.
struct Table {
    private let headings: [String]
    private var rows: [[String]] = []

    init(_ headings: String...) { self.headings = headings }

    mutating func add(_ cells: [String]) { rows.append(cells.map { Terminal.safe($0) }) }

    /// The lines, at most `width` characters each.
    func text(width: Int) -> String {
        let all = [headings] + rows
        let widths = headings.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                line +=
                    column + 1 < row.count
                    ? cell + String(repeating: " ", count: widths[column] - cell.count + 2) : cell
            }
            return line.count > width ? String(line.prefix(width - 1)) + "…" : line
        }.joined(separator: "\n")
    }
}
