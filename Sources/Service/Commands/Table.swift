/// Rows under headings, the columns as wide as their widest cell; the last column is cut to the width of the terminal.
struct Table {
    private let headings: [String]
    private let isColoured: Bool
    private var rows: [(cells: [String], style: (column: Int, style: TerminalStyle)?)] = []

    init(_ headings: String..., isColoured: Bool = false) {
        self.headings = headings
        self.isColoured = isColoured
    }

    /// Adds a row; one of its cells, other than the last, may have a style.
    mutating func add(_ cells: [String], _ style: TerminalStyle? = nil, column: Int = 0) {
        rows.append((cells.map { Terminal.safe($0) }, isColoured ? style.map { (column, $0) } : nil))
    }

    /// The lines, at most `width` characters each.
    func text(width: Int) -> String {
        let all = [(cells: headings, style: nil)] + rows
        let widths = headings.indices.map { column in all.map { $0.cells[column].count }.max() ?? 0 }
        return all.map { row in
            var line = ""
            var used = 0
            for (column, cell) in row.cells.enumerated() where used < width {
                let isLast = column + 1 == row.cells.count
                let room = width - used
                let shown = cell.count > room ? String(cell.prefix(room - 1)) + "…" : cell
                let style = row.style.flatMap { $0.column == column ? $0.style : nil }
                line += style?.applied(to: shown) ?? shown
                let gap = isLast ? 0 : min(widths[column] - cell.count + 2, room - shown.count)
                line += String(repeating: " ", count: max(0, gap))
                used += shown.count + max(0, gap)
            }
            return line
        }.joined(separator: "\n")
    }
}
