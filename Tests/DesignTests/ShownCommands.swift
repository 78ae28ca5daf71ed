/// A block of commands that a page shows, and its first line.
struct ShownCommands: Hashable {
    let page: String
    /// `console` for commands with what they print, `sh` for commands alone.
    let kind: String
    let lines: [String]

    /// The commands, without prompts, remarks and what is printed.
    var commands: [String] {
        lines.compactMap { line in
            if kind == "console" {
                return line.hasPrefix("$ ") || line.hasPrefix("# ") ? String(line.dropFirst(2)) : nil
            }
            let command = line.split(separator: "  #")[0].trimmingSuffix { $0 == " " }
            return command.isEmpty ? nil : String(command)
        }
    }

    /// The blocks of a page's text that are marked `console` or `sh`.
    static func all(in text: String, page: String) -> [ShownCommands] {
        var found: [ShownCommands] = []
        var kind: String?
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if let kind, ["console", "sh"].contains(kind) {
                    found.append(ShownCommands(page: page, kind: kind, lines: lines))
                }
                kind = kind == nil ? String(line.dropFirst(3)) : nil
                lines = []
            } else {
                lines.append(String(line))
            }
        }
        return found
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ isLeftOut: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, isLeftOut(last) { text.removeLast() }
        return text
    }
}
