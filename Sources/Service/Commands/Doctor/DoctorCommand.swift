import Records

/// `imrd doctor`: what is wrong with the installation, and how to mend it.
package struct DoctorCommand: Sendable {
    private let settings: Result<Settings, SettingsFailure>

    /// An examination.
    /// - Parameter settings: The configuration, or why it cannot be used.
    package init(settings: Result<Settings, SettingsFailure>) { self.settings = settings }

    /// Looks at everything, and changes nothing.
    /// - Parameter json: Whether the answer is one JSON object.
    /// - Returns: The answer, and whether there is no problem.
    package func run(json: Bool) async -> (text: String, isWell: Bool) {
        let checks = await checks()
        let isWell = !checks.contains { $0.grade == .problem }
        if json {
            let object = JSON.object(["well": .bool(isWell), "checks": .array(checks.map(\.json))])
            return (object.line, isWell)
        }
        let counts = [DoctorCheck.Grade.problem, .warning].map { grade in
            (grade, checks.count { $0.grade == grade })
        }
        let summary = counts.map { "\($1) \($0.rawValue)\($1 == 1 ? "" : "s")" }.joined(separator: ", ")
        return ((checks.map(\.text) + [summary]).joined(separator: "\n"), isWell)
    }

    private func checks() async -> [DoctorCheck] {
        switch settings {
        case .failure(let failure):
            return [
                .problem(
                    "configuration", failure.description,
                    do: "correct it; nothing else can be looked at until then")
            ]
        case .success(let settings):
            return [.ok("configuration", "every key is known and every value is in its range")]
                + InboxExamination(settings: settings).checks() + StateExamination(settings: settings).checks()
                + SpaceExamination(settings: settings).checks()
                + (await MachineExamination(settings: settings).checks())
                + DaemonExamination(settings: settings).checks()
        }
    }
}
