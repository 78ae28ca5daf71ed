import Records

/// Whether the daemon runs, and what it says of itself.
struct DaemonExamination {
    let settings: Settings

    func checks() -> [DoctorCheck] {
        let status: JSON?
        do { status = try ControlClient(settings: settings).ask("status") } catch {
            return [.warning("daemon", error.description, do: "sudo imrd doctor")]
        }
        guard let status else {
            return [.warning("daemon", "it does not run", do: "systemctl start imrd, or imrd run")]
        }
        return Self.checks(of: status)
    }

    /// The answers for what the daemon says.
    static func checks(of status: JSON) -> [DoctorCheck] {
        let head = "runs since \(status["since"]?.text ?? "?")"
        var checks: [DoctorCheck] = []
        if status["watcher"]?["up"] == .bool(false) {
            checks.append(
                .warning(
                    "daemon", "\(head); its watcher is down: \(status["watcher"]?["reason"]?.text ?? "no reason")",
                    do: "journalctl -u imrd; until then the periodic scan finds every file"))
        } else {
            checks.append(.ok("daemon", head))
        }
        let stuck = (status["waiting"]?.elements ?? []).filter { $0["why"]?.text?.contains(": ") ?? false }
        for entry in stuck.prefix(10) {
            let name = [entry["source"]?.text, entry["name"]?.text].compactMap { $0 }.joined(separator: "/")
            checks.append(.warning("waiting", name, do: entry["why"]?.text ?? ""))
        }
        return checks
    }
}
