import Foundation
package import Logging

/// Where a service says what it does.
package enum Journal {
    /// A logger to the journal where there is one, else to standard error.
    /// - Parameters:
    ///   - service: The name of the service, such as `imrd-serve`.
    ///   - level: How much is said: debug, info, notice, warning or error, as the option `--log-level` has it.
    package static func logger(_ service: String, level: String = "info") throws(CommandFailure) -> Logger {
        guard let level = Logger.Level(rawValue: level) else {
            throw CommandFailure(
                .configuration, "--log-level: \"\(level)\" is no level; write info, warning or error")
        }
        let isWanted = isWanted
        var logger = Logger(label: service) { label -> any LogHandler in
            isWanted ? JournalLogHandler(identifier: label) : StreamLogHandler.standardError(label: label)
        }
        logger.logLevel = level
        return logger
    }

    /// Whether what this process writes to standard error goes to the journal, as sd_journal_stream_fd(3) says.
    private static var isWanted: Bool {
        guard let stream = ProcessInfo.processInfo.environment["JOURNAL_STREAM"]?.split(separator: ":").last,
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/2")
        else { return false }
        return target == "socket:[\(stream)]"
    }
}
