import Foundation

/// A folder of its own for one test, removed with it.
final class ScratchFolder {
    /// Where it is.
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "imrd-\(UUID())").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes an executable shell script and returns its path.
    func script(_ body: String, as name: String = "script") throws -> String {
        let file = path + "/" + name
        try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file)
        return file
    }
}
