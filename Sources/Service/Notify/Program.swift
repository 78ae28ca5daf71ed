import LinuxSystem
import Subprocess
import SystemPackage

/// Why a program did not do what it was started for.
struct ProgramFailure: Error, CustomStringConvertible {
    /// One line.
    let description: String
}

/// Another program that is run with some input, and must end well.
struct Program: Sendable {
    private let words: [String]
    private static let longest = Duration.seconds(90)

    /// A program and its arguments; a name without a slash is looked up in PATH.
    init(_ words: [String]) { self.words = words }

    /// Runs it to its end; it is killed after 90 seconds, or when this task is cancelled.
    /// - Throws: `ProgramFailure` when it cannot be run, fails, or takes too long.
    func run(input: String) async throws {
        guard let first = words.first else { throw ProgramFailure(description: "no program is named") }
        let isDone = try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await start(first, input)
                return true
            }
            group.addTask {
                try await Task.sleep(for: Self.longest)
                return false
            }
            defer { group.cancelAll() }
            return try await group.next() ?? false
        }
        if !isDone { throw ProgramFailure(description: "\(first) took longer than \(Self.longest)") }
    }

    private func start(_ first: String, _ input: String) async throws {
        let result: ExecutionResult<Void, DiscardedOutput, StringOutput<UTF8>>
        do {
            // Not through a pipe: a program that ends without reading its input must not take this one with it.
            let file = try Descriptor.memoryFile("imrd-notice")
            try file.write(Array(input.utf8))
            try file.rewind()
            result = try await Subprocess.run(
                first.contains("/") ? .path(FilePath(first)) : .name(first),
                arguments: Arguments(Array(words.dropFirst())),
                input: .fileDescriptor(FileDescriptor(rawValue: file.number), closeAfterSpawningProcess: false),
                output: .discarded, error: .string(limit: 64 << 10))
        } catch let error as SubprocessError where !Task.isCancelled {
            throw ProgramFailure(description: "\(first) cannot be run: \(error)")
        }
        if result.terminationStatus.isSuccess { return }
        let said = result.standardError.split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
        throw ProgramFailure(description: "\(first) failed (\(result.terminationStatus))\(said)")
    }
}
