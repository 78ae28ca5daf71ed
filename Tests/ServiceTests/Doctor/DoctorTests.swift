import Foundation
import Records
import Testing

@testable import Service

@Suite("imrd doctor")
struct DoctorTests {
    /// A folder that is removed at the end, with settings for it as an installation has them.
    final class Installation {
        let path = NSTemporaryDirectory() + "/imrd-doctor-" + UUID().uuidString
        var settings: Settings

        init(inboxMode: Int) throws {
            settings = Settings(locations: .below(root: path))
            for folder in ["inbox", "archive", "held", "log", "run"] {
                try FileManager.default.createDirectory(
                    atPath: "\(path)/\(folder)", withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o750])
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: path)
            try change("inbox", to: inboxMode)
        }

        func change(_ folder: String, to mode: Int) throws {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(path)/\(folder)")
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    @Test("finds nothing wrong with the folders of a good installation")
    func good() throws {
        let installation = try Installation(inboxMode: 0o1730)
        let checks =
            InboxExamination(settings: installation.settings).checks()
            + StateExamination(settings: installation.settings).checks()
        #expect(checks.filter { $0.grade != .ok } == [])
        #expect(checks.count == 8)
    }

    @Test(
        "says what is wrong with the rights of the inbox, and how to mend it",
        arguments: [
            // Everybody may put files in.
            (0o1733, DoctorCheck.Grade.problem, "chmod o-rwx"),
            // Members of the group may remove each other's files.
            (0o730, .problem, "chmod +t"),
            // Members of the group may list what was dropped.
            (0o1770, .warning, "chmod 1730"),
            // Nobody but the daemon may drop anything.
            (0o700, .warning, "chgrp imrd-drop"),
        ])
    func inboxRights(mode: Int, grade: DoctorCheck.Grade, remedy: String) throws {
        let installation = try Installation(inboxMode: mode)
        let check = try #require(InboxExamination(settings: installation.settings).checks().first)
        #expect(check.grade == grade)
        #expect(check.remedy?.hasPrefix(remedy) ?? false, "\(check)")
    }

    @Test("an inbox that is not there is a problem, but not below --root, where it is made")
    func noInbox() throws {
        let installation = try Installation(inboxMode: 0o1730)
        installation.settings.locations.inbox += "/none"
        #expect(InboxExamination(settings: installation.settings).checks().map(\.grade) == [.problem])
        installation.settings.makesInbox = true
        #expect(InboxExamination(settings: installation.settings).checks().map(\.grade) == [.ok])
    }

    @Test("a private folder that somebody else may enter is a problem")
    func privateFolder() throws {
        let installation = try Installation(inboxMode: 0o1730)
        try FileManager.default.createDirectory(
            atPath: installation.path + "/inbox/.imrd", withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o755])
        let checks = InboxExamination(settings: installation.settings).checks()
        #expect(checks.filter { $0.grade == .problem }.map(\.name) == ["claim"])
    }

    @Test("a folder of the state that everybody may enter is a warning")
    func openState() throws {
        let installation = try Installation(inboxMode: 0o1730)
        try installation.change("archive", to: 0o755)
        let checks = StateExamination(settings: installation.settings).checks()
        #expect(checks.filter { $0.grade == .warning }.map(\.name) == ["archive"])
    }

    @Test(
        "judges the space that is left",
        arguments: [
            // Plenty.
            (51_200, 1_000_000, DoctorCheck.Grade.ok),
            // No limit to the number of files.
            (51_200, nil, .ok),
            // Less than 1 GiB.
            (900, 1_000_000, .warning),
            // Less than 100 MiB.
            (50, 1_000_000, .problem),
            // Few inodes.
            (51_200, 5000, .warning),
            // Hardly any inode.
            (51_200, 10, .problem),
        ] as [(UInt64, UInt64?, DoctorCheck.Grade)])
    func space(megabytes: UInt64, files: UInt64?, grade: DoctorCheck.Grade) {
        #expect(SpaceExamination.check("/archive", bytes: megabytes << 20, files: files).grade == grade)
    }

    @Test(
        "names the limit of inotify that is too low",
        arguments: [
            // As Linux has them.
            (8192, 128, 16384, nil),
            // Too few watches, instances, events.
            (100, 128, 16384, "sysctl fs.inotify.max_user_watches=1024"),
            (8192, 2, 16384, "sysctl fs.inotify.max_user_instances=16"),
            (8192, 128, 16, "sysctl fs.inotify.max_queued_events=4096"),
        ] as [(Int, Int, Int, String?)])
    func inotify(watches: Int, instances: Int, events: Int, remedy: String?) {
        let check = MachineExamination.inotify(watches: watches, instances: instances, events: events)
        #expect(check.remedy == remedy)
    }

    @Test("names files that wait for somebody to do something, and no others")
    func waiting() {
        func entry(_ name: String, _ why: String) -> JSON { .object(["name": .string(name), "why": .string(why)]) }
        let status = JSON.object([
            "since": .string("2026-11-21T10:00:00.000Z"), "watcher": .object(["up": .bool(true)]),
            "waiting": .array([
                entry("new.pdf", "somebody is writing it"),
                entry("closed.pdf", "no permission to take it: mend its owner or mode"),
            ]),
        ])
        let checks = DaemonExamination.checks(of: status)
        #expect(checks.map(\.grade) == [.ok, .warning])
        #expect(checks.last?.message == "closed.pdf")
    }

    @Test("a wrong configuration is the one problem, and an answer in JSON")
    func configuration() async throws {
        let failure = SettingsFailure(
            file: "/etc/x.yaml", line: 3, key: "inbox.paht", problem: "is no key", remedy: "mend it")
        let (text, isWell) = await DoctorCommand(settings: .failure(failure)).run(json: true)
        let json = try JSON(reading: Array(text.utf8))
        #expect(!isWell)
        #expect(json["well"] == .bool(false))
        #expect(
            json["checks"]?.elements.map { $0["message"]?.text } == ["/etc/x.yaml:3: inbox.paht: is no key; mend it"])
    }
}
