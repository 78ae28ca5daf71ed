import Foundation

/// The project's own files, as they stand beside these tests.
enum Project {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Where the build has put the programs: beside the test bundle.
    static var binaries: URL {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(fileURLWithPath: tests).deletingLastPathComponent()
        }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    /// The folders under Sources: the rooms.
    static func rooms() throws -> [String] {
        let sources = folder.appendingPathComponent("Sources")
        return try FileManager.default.contentsOfDirectory(at: sources, includingPropertiesForKeys: [.isDirectoryKey])
            .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
            .map(\.lastPathComponent).sorted()
    }

    /// The pages under Docs, but not those of its folders.
    static func pages() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("Docs").path)
            .filter { $0.hasSuffix(".md") }.sorted().map { "Docs/" + $0 }
    }

    /// The Swift files of a room.
    static func sources(of room: String) throws -> [SourceFile] {
        let base = "Sources/" + room
        let names = FileManager.default.enumerator(atPath: folder.appendingPathComponent(base).path)
        return try (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted()
            .map { SourceFile(room: room, path: base + "/" + $0, text: try text(base + "/" + $0)) }
    }
}

/// A Swift file of a room.
struct SourceFile {
    let room: String
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
