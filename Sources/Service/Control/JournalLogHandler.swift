import LinuxSystem
import Logging

/// Writes log lines to systemd's journal in its own protocol, so that each piece of metadata is a field of its own.
///
/// `arrival` becomes `IMRD_ARRIVAL`, and a list such as `code` one field for each element:
/// `journalctl -u imrd IMRD_CODE=D01`. Source: https://systemd.io/JOURNAL_NATIVE_PROTOCOL/.
struct JournalLogHandler: LogHandler {
    private static let socket = "/run/systemd/journal/socket"

    /// The name of the service.
    let identifier: String
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let text = text(event.level, "\(event.message)", all)
        // A journal that cannot be reached must not stop the service.
        try? UnixSocket.send(text, to: Self.socket)
    }

    /// The fields of a line, as they are sent.
    func text(_ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata) -> String {
        let sorted = metadata.sorted { $0.key < $1.key }
        let details = sorted.map { " \($0)=\(Self.values($1).joined(separator: ","))" }.joined()
        var lines = [
            "MESSAGE=\(Self.oneLine(message + details))", "PRIORITY=\(Self.priority(level))",
            "SYSLOG_IDENTIFIER=\(identifier)",
        ]
        for (key, value) in sorted {
            let field = "IMRD_" + key.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }
            lines += Self.values(value).map { "\(field)=\(Self.oneLine($0))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func values(_ value: Logger.Metadata.Value) -> [String] {
        if case .array(let elements) = value { elements.map { "\($0)" } } else { ["\(value)"] }
    }

    private static func oneLine(_ text: String) -> String { Terminal.safe(text) }

    /// The priority of syslog(3).
    private static func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
