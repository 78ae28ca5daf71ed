import Foundation

/// A command that a page shows behind a `$`, with the lines that it is said to print.
struct ConsoleCommand: CustomStringConvertible {
    let command: String
    let output: [String]

    var description: String { command }

    /// The commands of all blocks that are marked ```` ```console ````.
    static func all(in page: String) -> [ConsoleCommand] {
        var found: [ConsoleCommand] = []
        var isInside = false
        for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                found.append(ConsoleCommand(command: String(line.dropFirst(2)), output: []))
            } else if isInside, let last = found.popLast() {
                found.append(ConsoleCommand(command: last.command, output: last.output + [line]))
            }
        }
        return found
    }

    /// What was really printed but is not what the page shows, or the other way round; dates, times and sizes may differ, and a line
    /// of the page may break off with "…".
    func differences(from printed: String) -> [String] {
        let lines = printed.split(separator: "\n").map(String.init)
        let pairs = (0..<max(output.count, lines.count)).map { index in
            (index < output.count ? output[index] : "(nothing)", index < lines.count ? lines[index] : "(nothing)")
        }
        return pairs.compactMap { shown, real in
            Self.matches(Self.loose(shown), Self.loose(real))
                ? nil : "the page shows \"\(shown)\", printed is \"\(real)\""
        }
    }

    private static func matches(_ shown: String, _ real: String) -> Bool {
        shown.hasSuffix("…") ? real.hasPrefix(shown.dropLast()) : shown == real
    }

    /// A line without what differs from run to run.
    private static func loose(_ line: String) -> String {
        [
            (#"\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?"#, "DATE"),
            (#"\d+ MiB"#, "N MiB"),
            (#"^(imrd) \d+\.\d+\.\d+"#, "$1 VERSION"),
        ].reduce(line) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .regularExpression) }
    }
}
