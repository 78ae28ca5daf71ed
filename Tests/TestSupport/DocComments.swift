package import Foundation

/// The `///` block above a declaration in a Swift file, from which the manuals are made.
package enum DocComments {
    /// The project's folder, found from this file.
    package static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Whether manuals are to be written anew: `IMRD_REGENERATE=1`.
    package static let regenerates = ProcessInfo.processInfo.environment["IMRD_REGENERATE"] == "1"

    /// The text of the block above `enum NAME`, `struct NAME` or the like, without the slashes; nil when there is none.
    package static func text(above name: String, in source: String) -> String? {
        var block: [Substring] = []
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            let code = line.drop { $0 == " " }
            if code.hasPrefix("///") {
                block.append(code.dropFirst(3).hasPrefix(" ") ? code.dropFirst(4) : code.dropFirst(3))
            } else if declares(name, code) {
                return block.isEmpty ? nil : block.joined(separator: "\n")
            } else if !code.hasPrefix("@") {
                block = []
            }
        }
        return nil
    }

    private static func declares(_ name: String, _ code: Substring) -> Bool {
        let words = code.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        guard let position = words.firstIndex(where: { ["enum", "struct", "class", "protocol"].contains($0) }) else {
            return false
        }
        return position + 1 < words.count && words[position + 1] == name
    }

    /// Compares a manual with what it should be, or writes it where manuals are to be written anew.
    /// - Returns: Whether the file is as it should be.
    package static func isCurrent(_ manual: String, at path: String) throws -> Bool {
        let file = project.appendingPathComponent(path)
        if regenerates { try Data(manual.utf8).write(to: file) }
        return (try? String(contentsOf: file, encoding: .utf8)) == manual
    }
}
