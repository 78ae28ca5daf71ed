package import Foundation

/// Reads the doc comments of types, which are the manual pages of what they are.
package enum DocComments {
    /// The project's folder.
    package static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Whether generated files are to be written anew: `IMRD_REGENERATE=1`.
    package static let regenerates = ProcessInfo.processInfo.environment["IMRD_REGENERATE"] == "1"

    /// The paragraphs of the doc comment above a type, each on one line; none when there is no such comment.
    package static func paragraphs(above type: String, in file: String) throws -> [String] {
        let text = try String(contentsOf: project.appendingPathComponent(file), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard
            let declaration = lines.firstIndex(where: {
                $0.hasPrefix("package enum \(type):") || $0.hasPrefix("package struct \(type)")
            })
        else { return [] }
        let comment = lines[..<declaration].reversed().prefix { $0.hasPrefix("///") }.reversed()
        let body = comment.map { $0.dropFirst(3).drop { $0 == " " } }
        return body.split(whereSeparator: \.isEmpty).map { $0.joined(separator: " ") }
    }

    /// Compares a generated file with what it should be, or writes it where files are regenerated.
    /// - Returns: Whether the file is what it should be.
    package static func isCurrent(_ content: String, _ file: String) throws -> Bool {
        let place = project.appendingPathComponent(file)
        if regenerates {
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(content.utf8).write(to: place)
        }
        return (try? String(contentsOf: place, encoding: .utf8)) == content
    }
}
