package import Logging
import Subprocess
import SystemPackage

/// Runs `imrd-watch` and starts it again whenever it ends.
///
/// The delay before a new start grows from 0.1 s to 30 s, and is forgotten once the program has run for 60 s. Where the program
/// is missing or inotify is refused, it goes on trying, and the periodic scan does the work.
package struct InboxWatcher: Sendable {
    private let executable: FilePath
    private let folder: String
    private let logger: Logger

    /// A watcher that is not running yet.
    /// - Parameters:
    ///   - executable: Where `imrd-watch` stands.
    ///   - folder: The inbox.
    ///   - logger: Told of every end of the program.
    package init(executable: String, folder: String, logger: Logger) {
        self.executable = FilePath(executable)
        self.folder = folder
        self.logger = logger
    }

    /// What the watcher tells, from now until whoever iterates is cancelled or stops: that ends the program too.
    ///
    /// The stream keeps what is not yet taken without a limit; `Intake` takes everything at once and limits it there.
    package func events() -> AsyncStream<WatchEvent> {
        AsyncStream { continuation in
            let task = Task {
                await run { continuation.yield($0) }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    private func run(_ tell: @Sendable (WatchEvent) -> Void) async {
        var delay = Duration.milliseconds(100)
        while !Task.isCancelled {
            let start = ContinuousClock.now
            let reason = await runOnce(tell)
            if Task.isCancelled { return }
            logger.warning("the inbox watcher ended", metadata: ["reason": "\(reason)", "again-in": "\(delay)"])
            tell(.stopped(reason: reason))
            if ContinuousClock.now - start >= .seconds(60) { delay = .milliseconds(100) }
            try? await Task.sleep(for: delay)
            delay = min(delay * 2, .seconds(30))
        }
    }

    /// Runs the program to its end and says how it ended.
    private func runOnce(_ tell: @Sendable (WatchEvent) -> Void) async -> String {
        do {
            // The open standard input is what tells the program that we are still there.
            let result = try await Subprocess.run(
                .path(executable), arguments: [folder], input: .inputWriter, output: .sequence,
                error: .string(limit: 4096)
            ) { execution in
                var reader = WatchRecordReader()
                for try await buffer in execution.standardOutput {
                    let bytes = unsafe buffer.withUnsafeBytes { unsafe Array($0) }
                    for event in reader.events(from: bytes) { tell(event) }
                }
            }
            let said = result.standardError.split(whereSeparator: \.isNewline).last ?? "imrd-watch said nothing"
            return "\(said) (\(result.terminationStatus))"
        } catch {
            return "imrd-watch could not be run: \(error)"
        }
    }
}
