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
/// For each batch: the claims are synced, then come bags, the anomaly log, the audit log (the promise), the register, and then
/// the claimed files are removed. Anything that fails but for want of space ends the process; the next start finishes or
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

    /// Files a batch of at most 64 arrivals; when it returns, each has its entry in the audit log on disk.
    /// - Throws: `ArchiveFailure` or `AuditLogFailure` for want of space, when nothing of the batch was done and it may be given
    ///   again; any other error ends the process.
    func file(_ batch: [AssessedArrival]) throws {
        try inbox.syncClaims()
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
        takeOver(Array(zip(logged.map(\.json), outcomes.map(\.record))))
        for outcome in outcomes { try finish(outcome) }
        try inbox.forgetClaims()
        if isFull { try noteStorageBack() }
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
            if entry.event == .verified { rememberVerification(line) }
        }
        takeOver(logged.map { ($0.json, nil) })
        return logged
    }

    /// Remembers what the newest verification said, whether of this run or of an earlier one.
    func rememberVerification(_ entry: LoggedEntry) {
        if entry.seq > lastVerified["seq"]?.integer ?? -1 { lastVerified = entry.json }
    }

    // MARK: One arrival

    /// Decides what becomes of each arrival; once more, without the register, when that fails on the way.
    private func prepared(_ batch: [AssessedArrival]) throws -> BatchWork {
        while true {
            let hasRegister = reopenRegister()
            var work = BatchWork(time: Self.now, paths: hasRegister ? [:] : try loggedPaths(of: batch))
            for arrival in batch { try prepare(arrival, into: &work) }
            if hasRegister == (register != nil) { return work }
        }
    }

    private func prepare(_ arrival: AssessedArrival, into work: inout BatchWork) throws {
        switch arrival {
        case .read(let claim, .letter(let letter)): prepare(claim, letter, into: &work)
        case .read(let claim, .held(let file)):
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

    private func prepare(_ claim: Claim, _ letter: AssessedLetter, into work: inout BatchWork) {
        let sha256 = LetterRecord.hexadecimal(letter.sha256)
        if let path = work.paths[sha256] ?? known({ try $0.path(sha256: sha256) }) {
            work.duplicate(claim, AuditFields.duplicate(claim, sha256: letter.sha256, of: path))
            return
        }
        let findings =
            letter.findings
            + letter.historyFindings(
                against: history(of: letter, in: work), today: calendar.day(of: claim.received), rules)
        let kind = letter.text.mediaType == .pdf ? Filing.Kind.pdf : .txt
        let textSha256 = LetterRecord.hexadecimal(letter.textSha256)
        var record: JSON = .null
        let filing = Filing(
            arrival: claim.identifier, day: calendar.day(of: claim.received), caseNumber: letter.caseNumber,
            sha256: letter.sha256, original: claim.bytes, kind: kind,
            text: letter.text.isOriginal ? nil : letter.text.bytes
        ) { path in
            record = .object(
                Self.provenance(claim, path, textSha256)
                    + LetterRecord.members(of: letter, bytes: claim.bytes.count, findings: findings))
            return record.bytes
        }
        work.file(claim, letter, filing, findings, record: record, sha256: sha256, textSha256: textSha256)
    }

    private static func provenance(_ claim: Claim, _ path: String, _ textSha256: String) -> [JSON.Member] {
        [
            JSON.Member("arrival", .string(claim.identifier.description)), JSON.Member("path", .string(path)),
            JSON.Member("received", .string(Timestamp.text(Int(claim.received)))),
            JSON.Member("proof", .string(claim.proof.rawValue)),
            JSON.Member("source", .optional(claim.source?.description)),
            JSON.Member("textSha256", .string(textSha256)), JSON.Member("file", .string(claim.name.description)),
        ]
    }

    private func history(of letter: AssessedLetter, in work: BatchWork) -> LetterHistory {
        var history = known { try LetterHistory(of: letter, in: $0) } ?? .empty
        history.sameLetter = history.sameLetter ?? work.texts[LetterRecord.hexadecimal(letter.textSha256)]
        if let number = letter.caseNumber { history.sameCase += work.cases[number] ?? [] }
        return history
    }

    private func fileLetters(_ work: inout BatchWork) throws {
        let results = try archive.file(work.filings.map(\.filing))
        for (result, waiting) in zip(results, work.filings) {
            switch result {
            case .filed(let path): work.complete(waiting, path)
            case .alreadyThere(let path):
                // The register did not know it, the archive does: the bytes were filed before.
                work.duplicate(
                    waiting.claim, AuditFields.duplicate(waiting.claim, sha256: waiting.letter.sha256, of: path),
                    place: waiting.place)
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
