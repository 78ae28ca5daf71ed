import AuditLog
import LinuxSystem
import Records
import Register
import SystemPackage

/// `imrd status`: what the daemon says of itself, or what stands on disk when it does not run.
package struct StatusCommand: Sendable {
    /// In which form the status is printed.
    package enum Form: Sendable {
        /// For people.
        case text
        /// One JSON object.
        case json
        /// The metrics for Prometheus; empty when the daemon does not run.
        case metrics
    }

    private let settings: Settings

    /// A question to the daemon of these settings.
    package init(settings: Settings) { self.settings = settings }

    /// The status, and whether the daemon runs.
    /// - Throws: `CommandFailure` when the daemon may not be asked or does not answer.
    package func run(_ form: Form) throws -> (text: String, isRunning: Bool) {
        let client = ControlClient(settings: settings)
        if form == .metrics {
            let answer = try client.ask(MetricsRequest.name)
            return (answer?["metrics"]?.text.map { String($0.dropLast()) } ?? "", answer != nil)
        }
        let status = try client.ask(StatusRequest.name) ?? stopped()
        let isRunning = status["running"] == .bool(true)
        return (form == .json ? status.line : StatusText.text(status, settings), isRunning)
    }

    private func stopped() throws -> JSON {
        let last = (try? AuditReader(folder: settings.locations.log).tail(count: 1))?.last?.json
        let counts = try countsOnDisk()
        return .object([
            "running": .bool(false), "version": .string(Version.current), "inbox": .string(settings.locations.inbox),
            "filed": counts?["filed"] ?? .null, "duplicates": counts?["duplicates"] ?? .null,
            "held": counts?["held"] ?? .null, "lastEntry": last ?? .null,
            "disk": StatusReport.disk(settings.locations),
        ])
    }

    /// How many arrivals ended how: nothing where there is no register yet, nil where it cannot be used.
    private func countsOnDisk() throws(CommandFailure) -> JSON? {
        let path = settings.locations.register
        do throws(SystemFailure) { _ = try Descriptor.file(path) } catch {
            switch error.errno {
            case .noSuchFileOrDirectory:
                return .object(["filed": .integer(0), "duplicates": .integer(0), "held": .integer(0)])
            case .permissionDenied, .notPermitted:
                throw CommandFailure(.noPermission, "\(error); only imrd's own user and group may: use sudo -u imrd")
            default: return nil
            }
        }
        return (try? Register(reading: path))?.shownCounts
    }
}

/// The status for people.
enum StatusText {
    static func text(_ status: JSON, _ settings: Settings) -> String {
        var lines: [String] = []
        if status["running"] == .bool(true) {
            lines.append("imrd \(status["version"]?.text ?? "") runs since \(status["since"]?.text ?? "?")")
            let isUp = status["watcher"]?["up"] == .bool(true)
            let reason = status["watcher"]?["reason"]?.text.map { ": \($0)" } ?? ""
            lines.append(
                "Watcher   \(isUp ? "up" : "down\(reason); the inbox is scanned every \(settings.scanInterval) s")")
        } else {
            lines.append("imrd does not run")
        }
        let kind = status["filesystem"]?.text.map { "\($0), " } ?? ""
        let notice = status["notice"]?.text.map { " (\(kind)\($0))" } ?? ""
        lines.append("Inbox     \(status["inbox"]?.text ?? "")\(notice)")
        func number(_ key: String) -> Int { status[key]?.integer ?? 0 }
        if status["filed"]?.isNull ?? true {
            lines.append("Filed     unknown: the register cannot be used; if that stays so, run: imrd reindex")
        } else {
            lines.append("Filed     \(number("filed")), duplicates \(number("duplicates")), held \(number("held"))")
        }
        if status["running"] == .bool(true) {
            let isSlow = number("queue") >= Stages.capacity
            lines.append("Queue     \(number("queue"))\(isSlow ? ", full: more comes than the disk takes in" : "")")
        }
        if let last = status["lastFiled"], !last.isNull {
            lines.append("Last      \(last["case"]?.text ?? "unknown case"), received \(last["received"]?.text ?? "?")")
        }
        if let verified = status["lastVerified"] {
            let result = verified["sound"] == .bool(true) ? "sound" : "NOT SOUND, run: imrd verify"
            lines.append(
                "Verified  \(verified["time"]?.text.map { "\($0), \(result)" } ?? "not yet; run: imrd verify")")
        }
        if let free = status["disk"]?["archiveFreeBytes"]?.integer {
            lines.append("Disk      \(free >> 20) MiB free for the archive")
        }
        let waiting = status["waiting"]?.elements ?? []
        if !waiting.isEmpty { lines.append("Waiting   \(waiting.count)") }
        lines += waiting.map { entry in
            let name = [entry["source"]?.text, entry["name"]?.text].compactMap { $0 }.joined(separator: "/")
            return "  \(name): \(entry["why"]?.text ?? ""), since \(entry["since"]?.text ?? "")"
        }
        return lines.map { Terminal.safe($0) }.joined(separator: "\n")
    }
}
