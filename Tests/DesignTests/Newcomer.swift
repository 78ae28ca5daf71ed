import Foundation

/// A clone as a newcomer has it after `Deploy/run`: the programs, the pages, and a daemon on ./imrd-data.
final class Newcomer {
    private let folder = URL(fileURLWithPath: NSTemporaryDirectory() + "/imrd-readme-" + UUID().uuidString)
    private let daemon = Process()

    init() throws {
        let files = FileManager.default
        try files.createDirectory(at: folder.appendingPathComponent(".build"), withIntermediateDirectories: true)
        try files.createSymbolicLink(
            at: folder.appendingPathComponent(".build/release"), withDestinationURL: try Project.binaries)
        try files.createSymbolicLink(
            at: folder.appendingPathComponent("Docs"), withDestinationURL: Project.folder.appendingPathComponent("Docs")
        )
        daemon.executableURL = folder.appendingPathComponent(".build/release/imrd")
        daemon.arguments = ["run", "--root", "imrd-data"]
        daemon.currentDirectoryURL = folder
        daemon.environment = Self.environment
        daemon.standardError = FileHandle.nullDevice
        try daemon.run()
    }

    deinit {
        daemon.terminate()
        daemon.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs a command by the shell and returns what it prints.
    func type(_ command: String) throws -> String {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        shell.arguments = ["-c", command]
        shell.currentDirectoryURL = folder
        shell.environment = Self.environment
        let output = Pipe()
        shell.standardOutput = output
        shell.standardError = output
        try shell.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        shell.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// Waits until the daemon's status holds a text: at most 30 seconds.
    func waits(for text: String) throws -> Bool {
        let status = ".build/release/imrd status --json --root imrd-data"
        let loop = "until \(status) | grep --quiet --fixed-strings -- \"$0\"; do sleep 0.05; done"
        return try type("timeout 30 bash -c '\(loop)' '\(text)' && echo seen").hasSuffix("seen\n")
    }

    /// No setting of whoever runs the tests.
    private static let environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("IMRD_") }
}
