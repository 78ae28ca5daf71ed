/// Habits that the compiler and the formatter do not check.
enum SourceHabits {
    static let longestFile = 400
    static let forbidden = ["try!", "@unchecked Sendable", "fatalError", "TODO", "FIXME"]

    /// What a file does that it should not, as `path:line: what`.
    static func violations(in file: SourceFile) -> [String] {
        var found: [String] = []
        // The text ends in a newline, after which an empty line is counted.
        if file.lines.count - 1 > longestFile { found.append("\(file.path): more than \(longestFile) lines") }
        for (number, line) in file.lines.enumerated() {
            found += forbidden.filter(line.contains).map { "\(file.path):\(number + 1): \($0)" }
        }
        return found
    }
}
