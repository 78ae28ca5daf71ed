import AuditLog
import Foundation
import Records

@testable import Service

/// A state of its own for a test; daemons run on it in this process, as a command would run one.
final class RunningDaemon: Sendable {
    let path: String
    let settings: Settings

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/imrd-service-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        var settings = Settings(locations: .below(root: path))
        settings.makesInbox = true
        settings.watches = false
        settings.quietPeriod = 0
        // Nothing here is a PDF.
        settings.pdftotext = "/bin/false"
        self.settings = settings
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Runs a daemon as long as the body works.
    func run<Result: Sendable>(
        largestFile: Int? = nil, key: String? = nil, claims: Bool = true,
        _ body: @escaping @Sendable (DaemonSession) async throws -> Result
    ) async throws -> Result {
        var settings = settings
        settings.signingKey = key
        if let largestFile { settings.largestFile = largestFile }
        return try await DaemonSession.run(settings, claims: claims, body)
    }

    /// Puts a file into the inbox, before a daemon runs.
    func drop(_ text: String, as name: String) throws {
        try FileManager.default.createDirectory(atPath: settings.locations.inbox, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: settings.locations.inbox + "/" + name))
    }

    /// The entries of the audit log with one of these events.
    func events(_ names: String...) throws -> [JSON] {
        var found: [JSON] = []
        try AuditReader(folder: settings.locations.log).entries { entry in
            if let event = entry.json["event"]?.text, names.contains(event) { found.append(entry.json) }
            return true
        }
        return found
    }

    /// Waits until so many arrivals have an end.
    static func wait(for count: Int, in session: DaemonSession) async throws -> [JSON] {
        var follower = try await EventFollower(session, from: 0)
        var ends: [JSON] = []
        let deadline = ContinuousClock.now + .seconds(300)
        while deadline > .now, ends.count < count {
            ends += try await follower.wait(.seconds(1)).filter { OutcomeText.of($0) != nil }
        }
        return ends
    }
}
