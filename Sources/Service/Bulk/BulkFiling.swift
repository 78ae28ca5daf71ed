import Determinations
import Inbox
import LinuxSystem
import Records
import SystemPackage

/// `imrd file`: files existing files in bulk, through the inbox like any other letter.
///
/// What is filed already is skipped, so that a run that was killed is simply run again. At most 256 letters or 64 MiB are in the
/// inbox at a time; an original is removed, where that is wanted, only after the log says that its bytes are filed.
package struct BulkFiling: Sendable {
    private static let mostInFlight = 256
    private static let mostBytes = 64 << 20

    private let settings: Settings
    private let source: String?
    private let moves: Bool

    /// A bulk filing.
    /// - Parameters:
    ///   - settings: The configuration.
    ///   - source: The name of the source that the letters are filed under; nil for none.
    ///   - moves: Whether an original is removed once it is filed.
    /// - Throws: `CommandFailure` for a source that cannot be the name of a folder.
    package init(settings: Settings, source: String?, moves: Bool) throws(CommandFailure) {
        if let source, source.isEmpty || source.hasPrefix(".") || source.contains("/") || source.utf8.count > 100 {
            throw CommandFailure(.usage, "--source \"\(Terminal.safe(source))\" cannot be a folder of the inbox")
        }
        self.settings = settings
        self.source = source
        self.moves = moves
    }

    /// Files what stands at and below some paths.
    /// - Parameters:
    ///   - paths: Files and folders.
    ///   - progress: Takes the number of files done and of all.
    ///   - complain: Takes one line for a file that is not filed.
    package func run(
        _ paths: [String], progress: @escaping @Sendable (Int, Int) -> Void,
        complain: @escaping @Sendable (String) -> Void
    ) async throws -> BulkSummary {
        try await DaemonSession.run(settings, claims: true) { session in
            var run = try await Run(self, session, progress, complain)
            try await run.file(paths)
            return run.summary
        }
    }

    /// A letter that stands in the inbox, or is being filed.
    private struct InFlight {
        let file: BulkFile
        let sha256: String
        let status: FileStatus
    }

    /// One run.
    private struct Run {
        let bulk: BulkFiling
        let session: DaemonSession
        let drop: InboxDrop
        let progress: (Int, Int) -> Void
        let complain: (String) -> Void
        var follower: EventFollower
        var summary = BulkSummary()
        var inFlight: [String: [InFlight]] = [:]
        var count = 0
        var bytes = 0
        var lastChange = ContinuousClock.now

        init(
            _ bulk: BulkFiling, _ session: DaemonSession, _ progress: @escaping (Int, Int) -> Void,
            _ complain: @escaping (String) -> Void
        ) async throws {
            self.bulk = bulk
            self.session = session
            self.progress = progress
            self.complain = complain
            drop = try InboxDrop(inbox: bulk.settings.locations.inbox, source: bulk.source)
            follower = try await EventFollower(session)
        }

        mutating func file(_ paths: [String]) async throws {
            let inbox = bulk.settings.inbox
            var refused: [(String, String)] = []
            let files = BulkFile.all(at: paths, isIgnored: inbox.ignores) { refused.append(($0, $1)) }
            for (path, why) in refused { refuse(path, why) }
            summary.files = files.count + refused.count
            progress(summary.done, summary.files)
            var read: [(BulkFile, BulkFile.Content)] = []
            var size = 0
            for file in files {
                do {
                    let content = try file.read(largest: Int(inbox.largestFile))
                    read.append((file, content))
                    size += content.bytes.count
                } catch let refusal as BulkFile.Refusal {
                    refuse(file.path, refusal.why)
                } catch let failure as SystemFailure {
                    refuse(file.path, "cannot be read (\(failure.errno)); check its permissions")
                }
                if read.count == 64 || size > BulkFiling.mostBytes / 2 {
                    try await hand(over: read)
                    (read, size) = ([], 0)
                }
            }
            try await hand(over: read)
            while count > 0 { try await follow(.seconds(1)) }
        }

        private mutating func refuse(_ path: String, _ why: String) {
            summary.refused.append((path, why))
            complain("\(path) \(why)")
        }

        /// Drops what is not filed yet.
        private mutating func hand(over read: [(file: BulkFile, content: BulkFile.Content)]) async throws {
            let hashes = JSON.strings(read.map(\.content.sha256))
            let known = try await session.ask(KnownRequest.name, [.init("sha256", hashes)])["paths"] ?? .null
            for (file, content) in read {
                if known[content.sha256] != nil {
                    summary.skipped += 1
                    try removeOriginal(file, content.status)
                    progress(summary.done, summary.files)
                    continue
                }
                while count >= BulkFiling.mostInFlight || (count > 0 && bytes > BulkFiling.mostBytes) {
                    try await follow(.seconds(1))
                }
                // Another file of that name in the inbox is waited for; the daemon takes it, or says why not.
                while try !drop.put(content.bytes, as: file.name) { try await follow(.milliseconds(20)) }
                let letter = InFlight(file: file, sha256: content.sha256, status: content.status)
                inFlight[file.name.description, default: []].append(letter)
                count += 1
                bytes += content.bytes.count
            }
            try await follow(.zero)
        }

        /// Takes note of what the log says meanwhile.
        private mutating func follow(_ patience: Duration) async throws {
            for entry in try await follower.wait(patience) { try take(entry) }
            if ContinuousClock.now - lastChange > .seconds(60) {
                lastChange = .now
                complain("nothing was filed for a minute; \"imrd status\" says what waits in the inbox, and why")
            }
        }

        private mutating func take(_ entry: JSON) throws {
            guard let event = entry["event"]?.text, ["filed", "duplicate", "held"].contains(event),
                let name = entry["name"]?.text, entry["source"]?.text == bulk.source.map({ FileName($0).description }),
                let place = inFlight[name]?.firstIndex(where: { $0.sha256 == entry["sha256"]?.text }),
                let letter = inFlight[name]?.remove(at: place)
            else { return }
            if inFlight[name]?.isEmpty ?? false { inFlight[name] = nil }
            count -= 1
            bytes -= Int(letter.status.size)
            lastChange = .now
            switch event {
            case "filed": summary.filed += 1
            case "duplicate": summary.duplicates += 1
            default:
                let why = OutcomeText.reason(entry["reason"] ?? .null)
                summary.held.append((letter.file.path, entry["arrival"]?.text ?? "", why))
                complain("\(letter.file.path) is held as \(entry["arrival"]?.text ?? "?"): \(why)")
            }
            if event != "held" { try removeOriginal(letter.file, letter.status) }
            progress(summary.done, summary.files)
        }

        private mutating func removeOriginal(_ file: BulkFile, _ status: FileStatus) throws {
            guard bulk.moves else { return }
            do throws(SystemFailure) {
                if try file.remove(ifStill: status) {
                    summary.removed += 1
                } else {
                    complain("\(file.path) was changed after it was filed, and stays")
                }
            } catch {
                complain("\(file.path) is filed but cannot be removed (\(error.errno)); remove it by hand")
            }
        }
    }
}
