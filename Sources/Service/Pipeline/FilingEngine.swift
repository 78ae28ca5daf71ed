import AnomalyRules
import Archive
import AuditLog
import Determinations
import Foundation
import Inbox
import LetterText
import LinuxSystem
import Logging
import Records
import Register

/// Files, logs and registers what was read: the only writer, on a thread of its own.
///
/// For each batch: claims and letters are synced, then come bags, the anomaly log, the audit log (the promise), the register, and
/// then the claimed files are removed. Anything that fails but for want of space ends the process; the next start finishes or
/// undoes the batch.
actor FilingEngine {
    let thread = DurableThread(name: "filing")
    private(set) var settings: Settings
    let inbox: InboxFolder
    let archive: Archive
    let audit: AuditLog
    let anomalies: AnomalyLog
    let logger: Logger
    let calendar: ReceiptCalendar
    private var sealedBefore: CalendarDate?
    private var rules: RuleSet
    var register: Register?
    /// Which file the register is.
    var registerFile: FileIdentity?
    /// When the register may be opened again, should it fail.
    var registerIsDue = ContinuousClock.now
    /// What was filed, while the register cannot be asked.
    var loggedHashes = LoggedHashes()
    /// Whether the register is being made again.
    var isRebuilding = false
    /// Held arrivals that were released and have no new outcome yet: their original stands in held/.
    var released: Set<ArrivalIdentifier> = []
    /// What the log says of the last verification; null when there was none.
    var lastVerified: JSON = .null
    /// Whether the log says that there is no space.
    var isFull = false
    private(set) var lastFiled: JSON = .null
    /// How many arrivals ended since the start.
    private(set) var endedArrivals = 0
    let metrics = DaemonMetrics()
    /// How filing stood after the last batch.
    nonisolated let published = Current(FilingStatus())
    /// Rings when there may be texts to take into the index of words.
    nonisolated let texts = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe thread.asUnownedSerialExecutor()
    }

    /// Opens everything for writing.
    /// - Throws: One-line errors of the rooms, when something cannot be used.
    init(settings: Settings, inbox: InboxFolder, calendar: ReceiptCalendar, logger: Logger) throws {
        self.settings = settings
        self.inbox = inbox
        self.calendar = calendar
        rules = settings.ruleSet
        self.logger = logger
        archive = try Archive(archive: settings.locations.archive, held: settings.locations.held)
        audit = try AuditLog.open(
            folder: settings.locations.log, origin: settings.origin, key: settings.signingKey, now: Self.now)
        anomalies = try AnomalyLog(folder: settings.locations.log)
    }

    /// Goes by other settings from the next batch on; those that need a new start must be the same.
    func adopt(_ settings: Settings) {
        self.settings = settings
        rules = settings.ruleSet
    }

    static var now: Int { Int(WallClock.nanoseconds / 1_000_000) }

    /// Files a batch of at most `Archive.largestBatch` arrivals; when it returns, each has its entry in the audit log on disk.
    /// - Throws: `ArchiveFailure` or `AuditLogFailure` for want of space, when nothing of the batch was done and it may be given
    ///   again; any other error ends the process.
    func file(_ batch: [AssessedArrival]) throws {
        try metrics.measuringArchive { try write(batch) }
        var work = try prepared(batch)
        // Given again for want of space, letters must not be found in the archive as if they had been filed before.
        do {
            try metrics.measuringArchive {
                try fileLetters(&work)
                for (identifier, original, reason) in work.held {
                    if released.contains(identifier) {
                        try archive.holdAgain(identifier, reason: reason)
                        continue
                    }
                    _ = try archive.hold(identifier, original: original, reason: reason)
                }
            }
            try anomalies.append(work.anomalies, now: work.time)
        } catch  where StorageFull.isMeant(by: error) {
            try archive.takeBack()
            throw error
        }
        let outcomes = work.outcomes
        let logged: [LoggedEntry]
        do throws(AuditLogFailure) {
            logged = try metrics.measuringLog { () throws(AuditLogFailure) in try audit.append(outcomes.map(\.entry)) }
        } catch {
            if error.isStorageFull {
                try anomalies.takeBack()
                try archive.takeBack()
            }
            throw error
        }
        // The promise is made. Whatever fails from here on must not look as if the batch could be given again.
        if let last = outcomes.last(where: { $0.entry.event == .filed }) { lastFiled = .object(last.entry.fields) }
        endedArrivals += outcomes.count
        let now = Self.now
        for outcome in outcomes { metrics.count(outcome, now: now) }
        let records = outcomes.map(\.record)
        if outcomes.count < Archive.largestBatch {
            takeOver(Array(zip(logged.map(\.json), records)))
        } else {
            // More waits: what the next batch asks of the register waits for this one, its bytes do not.
            register?.applyLater { Array(zip(logged.map(\.json), records)) }
        }
        for outcome in outcomes { try finish(outcome) }
        try inbox.forgetClaims()
        if isFull { try noteStorageBack() }
        publishStatus()
        texts.continuation.yield()
    }

    /// Logs an event that concerns no arrival.
    /// - Returns: The entry.
    @discardableResult
    func note(_ event: AuditEvent, actor: String = "imrd", _ fields: [JSON.Member] = []) throws -> JSON {
        try record([AuditEntry(event, actor: actor, time: Self.now, fields: fields)]).first?.json ?? .null
    }

    /// Logs entries that end no arrival in the archive, and tells the register; returns the entries.
    @discardableResult
    func record(_ entries: [AuditEntry]) throws -> [LoggedEntry] {
        let logged = try audit.append(entries)
        for (entry, line) in zip(entries, logged) {
            metrics.count(entry.event)
            if entry.event == .verified { rememberVerification(line.json) }
        }
        takeOver(logged.map { ($0.json, nil) })
        publishStatus()
        return logged
    }

    /// Remembers what the newest verification said, whether of this run or of an earlier one.
    func rememberVerification(_ entry: JSON) {
        if entry["seq"]?.integer ?? -1 > lastVerified["seq"]?.integer ?? -1 { lastVerified = entry }
        publishStatus()
    }

    // MARK: One arrival

    /// Decides what becomes of each arrival; once more, without the register, when that fails on the way.
    private func prepared(_ batch: [AssessedArrival]) throws -> BatchWork {
        while true {
            let hasRegister = reopenRegister()
            var work = BatchWork(time: Self.now, paths: hasRegister ? [:] : try loggedPaths(of: batch))
            for arrival in batch { prepare(arrival, into: &work) }
            if hasRegister == (register != nil) { return work }
        }
    }

    private func prepare(_ arrival: AssessedArrival, into work: inout BatchWork) {
        switch arrival {
        case .letter(let letter): prepare(letter, into: &work)
        case .noLetter(let claim, let file):
            let reason = HeldReason.json(file.finding)
            work.hold(claim, AuditFields.held(claim, sha256: file.sha256, reason: reason), reason)
        case .unreadable(let claim, let reason):
            let reason = HeldReason.json(unreadable: reason)
            work.hold(claim, AuditFields.held(claim, sha256: Hashing.sha256(claim.bytes), reason: reason), reason)
        case .refused(let refusal):
            let reason = HeldReason.json(refusal)
            work.hold(refusal, AuditFields.held(refusal, reason: reason), reason)
        }
    }

    private func prepare(_ letter: LetterToFile, into work: inout BatchWork) {
        if let path = work.paths[letter.sha256] ?? known({ try $0.path(sha256: letter.sha256) }) {
            work.duplicate(
                letter.claim, AuditFields.duplicate(letter.claim, sha256: letter.letter.sha256, of: path))
            return
        }
        let more = letter.letter.historyFindings(
            against: history(of: letter.letter, in: work), today: letter.filing.day, rules)
        work.file(letter.adding(more))
    }

    private func history(of letter: AssessedLetter, in work: BatchWork) -> LetterHistory {
        var history = known { try LetterHistory(of: letter, in: $0) } ?? .empty
        history.sameLetter = history.sameLetter ?? work.texts[LetterRecord.hexadecimal(letter.textSha256)]
        if let number = letter.caseNumber { history.sameCase += work.cases[number] ?? [] }
        return history
    }

    /// Makes claims and letters durable, while the register still takes over the batch before.
    private func write(_ batch: [AssessedArrival]) throws {
        var claims = SyncGroup()
        inbox.addClaims(to: &claims)
        let letters = batch.compactMap { if case .letter(let letter) = $0 { letter.filing } else { nil } }
        try archive.write(letters, after: claims)
    }

    private func fileLetters(_ work: inout BatchWork) throws {
        let results = try archive.file(work.filings.map(\.letter.filing))
        for (result, waiting) in zip(results, work.filings) {
            switch result {
            case .filed(let path): work.complete(waiting, path)
            case .alreadyThere(let path):
                // The register did not know it, the archive does: the bytes were filed before.
                let (claim, sha256) = (waiting.letter.claim, waiting.letter.letter.sha256)
                work.duplicate(claim, AuditFields.duplicate(claim, sha256: sha256, of: path), place: waiting.place)
            }
        }
    }

    /// Removes what is filed or held by now from the inbox's private folder.
    private func finish(_ outcome: BatchWork.Outcome) throws {
        switch outcome.arrival {
        case .claim(let claim) where released.contains(claim.identifier):
            try leaveHeld(claim.identifier, after: outcome.entry.event)
        case .claim(let claim): try inbox.finish(claim)
        case .refusal(let refusal): try handOver(refusal.identifier)
        }
        logger.info(
            "\(outcome.entry.event.rawValue)",
            metadata: [
                "arrival": "\(outcome.arrival.identifier)", "case": "\(outcome.caseNumber?.description ?? "-")",
                "code": .array(outcome.codes.map { "\($0)" }),
            ])
    }

    /// Moves something refused beside its reason; where that cannot be, it stays in the inbox's private folder.
    func handOver(_ identifier: ArrivalIdentifier) throws {
        let isMoved = try archive.withHeldFolder(identifier) { folder in
            try inbox.handOver(identifier, into: folder, as: FileName("original"))
        }
        if !isMoved {
            logger.notice("a held file stays in .imrd/held of the inbox", metadata: ["arrival": "\(identifier)"])
        }
    }

    /// Seals once a day.
    func sealWhenDayChanged() throws {
        let today = calendar.day(of: Int64(Self.now))
        guard sealedBefore != today else { return }
        try sealPastDays()
        sealedBefore = today
    }
}
