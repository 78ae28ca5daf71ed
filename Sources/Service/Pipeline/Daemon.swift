import Archive
import AuditLog
import Determinations
import Foundation
import Inbox
import LetterText
import LinuxSystem
package import Logging
import Records
import ServiceLifecycle
import Synchronization

/// The daemon: inbox, reading and filing, from start to a clean stop.
///
/// `run()` recovers, says READY, and works until graceful shutdown; then it stops claiming, finishes what is in flight, and
/// returns. It throws one-line errors; whatever it throws, the next start recovers.
package struct Daemon: Service {
    /// How a command runs the daemon in its own process, as long as it needs it: nothing listens on the control socket.
    struct Session: Sendable {
        /// Whether what is dropped into the inbox is filed meanwhile.
        let claims: Bool
        /// Gets the desk that takes requests.
        let onReady: @Sendable (ControlDesk) -> Void
    }

    /// What works together between READY and the end.
    struct Parts: Sendable {
        let settings: Current<Settings>
        let inbox: InboxFolder
        let intake: Intake
        let reading: Reading
        let engine: FilingEngine
        let stages = Stages()
        let state = DaemonState()
    }

    let settings: Settings
    let logger: Logger
    private let watcher: String?
    private let session: Session?
    private let reread: (@Sendable () async throws -> Settings)?

    /// A daemon that does not run yet.
    /// - Parameters:
    ///   - settings: The configuration.
    ///   - watcher: Where imrd-watch stands; nil for none.
    ///   - logger: The journal.
    ///   - reread: Reads the configuration again when SIGHUP asks for it.
    package init(
        settings: Settings, watcher: String?, logger: Logger, reread: @escaping @Sendable () async throws -> Settings
    ) {
        self.init(settings: settings, watcher: watcher, logger: logger, session: nil, reread: reread)
    }

    init(
        settings: Settings, watcher: String?, logger: Logger, session: Session?,
        reread: (@Sendable () async throws -> Settings)? = nil
    ) {
        self.settings = settings
        self.watcher = watcher
        self.logger = logger
        self.session = session
        self.reread = reread
    }

    package func run() async throws {
        guard let calendar = ReceiptCalendar(timeZone: settings.timeZone) else {
            throw SettingsFailure(
                file: nil, key: "archive.timeZone", problem: "is no time zone", remedy: "write another")
        }
        // Nothing is made before all that is needed is there.
        let extractor = try await extractor()
        if settings.makesInbox {
            _ = try Descriptor.makeFolders(settings.locations.inbox)
        } else {
            try InboxFolder.require(settings.locations.inbox)
        }
        let lock = try DaemonLock.take(settings.locations, listens: session == nil)
        let inbox = try InboxFolder(path: settings.locations.inbox, settings: settings.inbox)
        let engine = try FilingEngine(settings: settings, inbox: inbox, calendar: calendar, logger: logger)
        let reading = Reading(
            marks: try CrashMarks(folder: settings.locations.log),
            assessor: Current(LetterAssessor(extractor: extractor, rules: settings.ruleSet)), calendar: calendar,
            logger: logger)
        let unfinished = try await engine.recover()
        try await engine.note(.started, [.init("version", .string(Version.current))])
        try await finish(unfinished, engine, reading)
        do {
            try await serve(inbox, engine, reading)
        } catch is CancellationError {}
        ServiceManager.notify("STOPPING=1")
        try reading.marks.clear()
        try await engine.noteIfPossible(.stopped, [.init("version", .string(Version.current))])
        await engine.rememberBags()
        let checkpoint = await engine.printedCheckpoint
        logger.notice("stopped", metadata: ["checkpoint": "\(checkpoint)"])
        _ = consume lock
    }

    /// Everything between READY and the end.
    private func serve(_ inbox: InboxFolder, _ engine: FilingEngine, _ reading: Reading) async throws {
        let parts = Parts(
            settings: Current(settings), inbox: inbox,
            intake: Intake(folder: inbox, scanInterval: .seconds(settings.scanInterval), logger: logger),
            reading: reading, engine: engine)
        parts.state.queues = { [stages = parts.stages] in stages.count }
        if let session, !session.claims { parts.intake.pause() }
        let (failures, failure) = AsyncStream<any Error>.makeStream()
        let desk = ControlDesk(
            engine: engine,
            status: StatusReport(current: parts.settings, inbox: inbox, engine: engine, state: parts.state),
            stages: parts.stages
        ) { failure.yield($0) }
        let control =
            try session == nil
            ? ControlSocket(path: settings.locations.control) { await desk.answer($0, from: $1) } : nil
        defer { control?.stop() }
        session?.onReady(desk)
        ServiceManager.notify("READY=1\nSTATUS=watching the inbox")
        logger.notice("ready", metadata: ["inbox": "\(settings.locations.inbox)"])
        try await work(parts, failures)
    }

    /// PDFs need pdftotext: without it nothing is claimed at all.
    private func extractor() async throws -> TextExtractor {
        let extractor = await settings.extractor()
        guard let found = extractor.pdftotext, FileManager.default.isExecutableFile(atPath: found) else {
            throw SettingsFailure(
                file: nil, key: "reader.pdftotext",
                problem: "there is no pdftotext"
                    + (settings.pdftotext.isEmpty ? " in PATH" : " at \(settings.pdftotext)"),
                remedy: "install it with: apt install poppler-utils")
        }
        return extractor
    }

    /// Goes on with what an earlier run left, before anything new is claimed; reads one after the other.
    private func finish(_ unfinished: [UnfinishedArrival], _ engine: FilingEngine, _ reading: Reading) async throws {
        let suspects = try reading.marks.suspects()
        var batch: [AssessedArrival] = []
        for arrival in unfinished {
            switch arrival {
            case .refused(let refusal): batch.append(.refused(refusal))
            case .claimed(let claim):
                let suspect = suspects[claim.identifier]
                if let suspect, suspect.times > 1 {
                    // At once: while it is not logged, its mark must stay.
                    try await engine.file([.unreadable(claim, reason: "reading it ended the process twice")])
                    reading.marks.clear(reader: suspect.reader)
                } else {
                    let free = (0...suspects.count).first { place in !suspects.values.contains { $0.reader == place } }
                    batch.append(
                        try await reading.assess(
                            claim, reader: suspect?.reader ?? free ?? 0, times: (suspect?.times ?? 0) + 1))
                }
            }
            if batch.count == Archive.largestBatch {
                try await engine.file(batch)
                batch = []
            }
        }
        if !batch.isEmpty { try await engine.file(batch) }
        try reading.marks.clear()
    }

    /// The stages, until graceful shutdown: what is claimed by then is filed.
    private func work(_ parts: Parts, _ failures: AsyncStream<any Error>) async throws {
        let (intake, engine, stages) = (parts.intake, parts.engine, parts.stages)
        let events = watcher.map {
            InboxWatcher(executable: $0, folder: settings.locations.inbox, logger: logger).events()
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await cancelWhenGracefulShutdown {
                    try await intake.run(events: events ?? AsyncStream { $0.finish() }) { event in
                        try await handle(event, parts)
                    }
                }
                stages.claimed.finish()
            }
            group.addTask {
                try await read(stages.claimed, parts.reading, into: stages.assessed)
                stages.assessed.finish()
            }
            group.addTask {
                while let batch = await stages.nextBatch() {
                    if try await !file(batch, engine, intake) { break }
                }
                stages.finish()
            }
            group.addTask { try await keepUp(parts) }
            group.addTask { try await indexTexts(parts) }
            group.addTask { for await failure in failures { throw failure } }
            if let reread { group.addTask { await reloadWhenAsked(parts, reread: reread) } }
            do {
                // The intake, the readers and the filer end by themselves at shutdown; the others do not.
                for _ in 0..<3 { try await group.next() }
                group.cancelAll()
            } catch {
                stages.finish()
                group.cancelAll()
                throw error
            }
        }
    }

    /// Reads on as many cores as there are.
    private func read(
        _ claimed: BatchQueue<Claim>, _ reading: Reading, into assessed: BatchQueue<AssessedArrival>
    ) async throws {
        let readers = settings.readers == 0 ? ProcessInfo.processInfo.activeProcessorCount : settings.readers
        try await withThrowingTaskGroup(of: Void.self) { group in
            for reader in 0..<readers {
                group.addTask {
                    while let claim = await claimed.take(upTo: 1)?.first {
                        await assessed.put(try await reading.assess(claim, reader: reader))
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func handle(_ event: IntakeEvent, _ parts: Parts) async throws {
        let engine = parts.engine
        switch event {
        case .claimed(let claim): await parts.stages.claimed.put(claim)
        case .refused(let refusal): await parts.stages.assessed.put(.refused(refusal))
        case .noticedLate(let entry):
            parts.state.noticedLate()
            try await engine.noteIfPossible(.noticedLate, [.init("name", .string(entry.name.description))])
        case .overflow: try await engine.noteIfPossible(.overflow)
        case .watcher(let isUp, let reason):
            parts.state.setWatcher(isUp: isUp, reason: reason)
            logger.info("watcher \(isUp ? "up" : "down")", metadata: ["reason": "\(reason ?? "-")"])
        case .storageFull(let failure):
            logger.error("no space in the inbox", metadata: ["reason": "\(failure.errno)"])
            try await engine.noteStorageFull("\(failure)")
            Task {
                try await Task.sleep(for: .seconds(5))
                parts.intake.resume()
            }
        }
    }

    /// Files a batch; while there is no space, claiming pauses and the same batch is tried again.
    /// - Returns: Whether it is filed; not at shutdown without space: it stays claimed, and the next start goes on with it.
    private func file(_ batch: [AssessedArrival], _ engine: FilingEngine, _ intake: Intake) async throws -> Bool {
        var isFull = false
        while true {
            do {
                try await engine.file(batch)
                if isFull { intake.resume() }
                return true
            } catch  where StorageFull.isMeant(by: error) {
                if !isFull {
                    intake.pause()
                    logger.error("no space: claiming pauses", metadata: ["reason": "\(error)"])
                    try await engine.noteStorageFull("\(error)")
                }
                isFull = true
                if Task.isShuttingDownGracefully { return false }
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Keeps the index of words up with the letters, while nothing waits to be filed; idle, it waits for the next batch.
    private func indexTexts(_ parts: Parts) async throws {
        for await _ in parts.engine.texts.stream {
            var mayBeMore = true
            while mayBeMore {
                if parts.state.queues() > 0 {
                    try await Task.sleep(for: .milliseconds(100))
                } else {
                    mayBeMore = await parts.engine.indexTexts()
                }
                try Task.checkCancellation()
            }
        }
    }
}
