import Archive
import Foundation

/// A folder of its own for one test, with an archive in it; gone with the test.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/imrd-archive-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The bag of the tests' usual day.
    var bag: String { path + "/archive/2026/11/21" }

    func open() throws -> Archive { try Archive(archive: path + "/archive", held: path + "/held") }

    func read(_ relative: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path + "/" + relative)))
    }

    func text(_ relative: String) throws -> String { String(decoding: try read(relative), as: UTF8.self) }

    func write(_ text: String, to relative: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path + "/" + relative))
    }

    func append(_ text: String, to relative: String) throws {
        let handle = try FileHandle(forUpdating: URL(filePath: path + "/" + relative))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    func remove(_ relative: String) throws { try FileManager.default.removeItem(atPath: path + "/" + relative) }

    func names(in relative: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + relative)) ?? []).sorted()
    }

    func has(_ relative: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + relative) }

    /// Every file below the folder with its content, for "changed nothing".
    func everything() throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
            files[name] = (try? read(name)) ?? []
        }
        return files
    }
}
