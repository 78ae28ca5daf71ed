import Crypto
import Foundation
import Records
import Testing

/// Checks a bag without the room's code: its own reading of RFC 8493, sha256sum(1), and bagit.py when it is installed.
enum BagCheck {
    /// Expects a valid bag with this many letters; returns the names in `data/`.
    @discardableResult
    static func expectValid(
        _ bag: String, letters: Int, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(atPath: bag + "/data").sorted()
        let manifest = try lines(bag + "/manifest-sha256.txt")
        #expect(
            manifest.map { String($0.dropFirst(66)) }.sorted() == files.map { "data/" + $0 },
            sourceLocation: sourceLocation)
        try expectHashes(manifest, in: bag, sourceLocation)
        #expect(
            try lines(bag + "/bagit.txt") == ["BagIt-Version: 1.0", "Tag-File-Character-Encoding: UTF-8"],
            sourceLocation: sourceLocation)
        let records = try lines(bag + "/records.jsonl")
        #expect(records.count == letters, sourceLocation: sourceLocation)
        for record in records {
            let path = try #require(try JSON(reading: Array(record.utf8))["path"]?.text, sourceLocation: sourceLocation)
            #expect(files.contains((path as NSString).lastPathComponent), sourceLocation: sourceLocation)
        }
        if let oxum = try lines(bag + "/bag-info.txt").first(where: { $0.hasPrefix("Payload-Oxum: ") }) {
            let bytes = try files.reduce(0) { try $0 + Data(contentsOf: URL(filePath: bag + "/data/" + $1)).count }
            #expect(oxum == "Payload-Oxum: \(bytes).\(files.count)", sourceLocation: sourceLocation)
        }
        if FileManager.default.fileExists(atPath: bag + "/tagmanifest-sha256.txt") {
            let tags = try lines(bag + "/tagmanifest-sha256.txt")
            #expect(
                tags.map { String($0.dropFirst(66)) } == [
                    "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "records.jsonl",
                ],
                sourceLocation: sourceLocation)
            try expectHashes(tags, in: bag, sourceLocation)
        }
        let sums = try run("sha256sum", ["--strict", "--quiet", "-c", "manifest-sha256.txt"], in: bag)
        #expect(sums == 0, sourceLocation: sourceLocation)
        if hasCommand("bagit.py") {
            #expect(try run("bagit.py", ["--validate", "--quiet", bag], in: bag) == 0, sourceLocation: sourceLocation)
        }
        return files
    }

    /// Whether a command is on the search path.
    static func hasCommand(_ name: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
        }
    }

    /// Runs a command silently; its exit status.
    static func run(_ command: String, _ arguments: [String], in folder: String = "/") throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [command] + arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private static func lines(_ path: String) throws -> [String] {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        #expect(text.isEmpty || text.hasSuffix("\n"), "\(path) ends with a whole line")
        return text.split(separator: "\n").map(String.init)
    }

    private static func expectHashes(_ manifest: [String], in bag: String, _ sourceLocation: SourceLocation) throws {
        for line in manifest {
            let content = try Data(contentsOf: URL(filePath: bag + "/" + line.dropFirst(66)))
            let digits = SHA256.hash(data: content).map { String(format: "%02x", $0) }.joined()
            #expect(line.hasPrefix(digits + "  "), sourceLocation: sourceLocation)
        }
    }
}
