package import Determinations
import GRDB
package import Records
import Synchronization

/// Why the register cannot be used; filing goes on without it, and it can always be rebuilt.
package struct RegisterFailure: Error, CustomStringConvertible {
    /// One line: what failed and what to do.
    package let description: String
    /// Whether it may pass by itself: it is busy, or there is no space, or the file cannot be opened; then it is not damaged.
    package let isPassing: Bool

    init(_ path: String, _ problem: String) {
        isPassing = false
        description = "cannot use the register \"\(FileName(path))\": \(problem); `imrd reindex` rebuilds it"
    }

    init(_ path: String, _ error: any Error) {
        let passing: [ResultCode] = [
            .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_PERM,
            .SQLITE_READONLY, .SQLITE_NOMEM,
        ]
        let code = (error as? DatabaseError)?.extendedResultCode
        isPassing = code.map { passing.contains($0.primaryResultCode) && $0 != .SQLITE_IOERR_SHORT_READ } ?? false
        description = "cannot use the register \"\(FileName(path))\": \(error); `imrd reindex` rebuilds it"
    }
}

/// The index of everything filed: SQLite, written by one process only, read by others.
///
/// It is derived from the audit log and the bags' records and may lag behind them; `lastSequence` says how far it is.
package final class Register: Sendable {
    private let database: DatabaseQueue
    private let path: String
    private let isWriter: Bool
    private let failure = Mutex<RegisterFailure?>(nil)
    private let day: @Sendable (_ time: String) -> CalendarDate

    /// Opens the register for writing, and makes it when it is not there.
    /// - Parameters:
    ///   - path: The file.
    ///   - day: The day in the office at a moment of the audit log, RFC 3339.
    package init(
        path: String, day: @escaping @Sendable (_ time: String) -> CalendarDate
    ) throws(RegisterFailure) {
        self.path = path
        self.day = day
        isWriter = true
        do {
            var configuration = Configuration()
            configuration.journalMode = .wal
            configuration.busyMode = .timeout(5)
            configuration.prepareDatabase { database in
                // Losing the last transactions in a power cut is fine: they are applied again from the audit log. Hashes come in no
                // order, so letters change the same pages again and again: those are written back seldom, and together.
                try database.execute(
                    sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -4096; PRAGMA wal_autocheckpoint = 8192")
            }
            database = try DatabaseQueue(path: path, configuration: configuration)
            try RegisterSchema.migrator.migrate(database)
        } catch {
            throw RegisterFailure(path, error)
        }
    }

    /// Opens an existing register for reading only.
    package init(reading path: String) throws(RegisterFailure) {
        self.path = path
        isWriter = false
        day = { _ in CalendarDate(daysSinceEpoch: 0) }
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            database = try DatabaseQueue(path: path, configuration: configuration)
            guard try database.read(RegisterSchema.migrator.hasCompletedMigrations) else {
                throw RegisterFailure(path, "another version of imrd made it")
            }
        } catch let failure as RegisterFailure {
            throw failure
        } catch {
            throw RegisterFailure(path, error)
        }
    }

    /// The sequence number of the last audit entry that is in the register; -1 when there is none.
    package func lastSequence() throws(RegisterFailure) -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT seq FROM progress") ?? -1 }
    }

    /// Takes over audit entries, in their order, with the records of the letters filed; entries taken over before are passed over.
    ///
    /// - Parameter entries: Each entry as logged, and the letter's line of records.jsonl where the entry is `filed`.
    package func apply(_ entries: [(entry: JSON, record: JSON?)]) throws(RegisterFailure) {
        try write { database in try apply(entries, in: database) }
    }

    /// As `apply`, beside the caller; whatever is asked of the register or written to it later waits, and fails when this did.
    package func applyLater(_ entries: @escaping @Sendable () -> [(entry: JSON, record: JSON?)]) {
        database.asyncWrite({ [self] database in try apply(entries(), in: database) }) { [self] _, result in
            guard case .failure(let error) = result else { return }
            failure.withLock { $0 = RegisterFailure(path, error) }
        }
    }

    private func apply(_ entries: [(entry: JSON, record: JSON?)], in database: Database) throws {
        var last = try Int.fetchOne(database.cachedStatement(sql: "SELECT seq FROM progress")) ?? -1
        let counts = CountChanges()
        for (entry, record) in entries {
            guard let sequence = entry["seq"]?.integer, sequence > last else { continue }
            try RegisterWriter(database: database, entry: entry, sequence: sequence, counts: counts, day: day)
                .write(record: record)
            last = sequence
        }
        try counts.write(to: database)
        try database.cachedStatement(sql: "UPDATE progress SET seq = ?").execute(arguments: [last])
    }

    /// Writes everything into the one file and closes it; it must not be used any more.
    package func close() throws(RegisterFailure) {
        leaveLog()
        do { try database.close() } catch { throw RegisterFailure(path, error) }
    }

    deinit { leaveLog() }

    /// Gives up the write-ahead log, so that those can read who may not write in the folder: SQLite opens a file that has such a
    /// log only where it finds or can make the log's files. While others read it stays, with its files, which is as good.
    private func leaveLog() {
        if !isWriter { return }
        try? database.inDatabase { try $0.execute(sql: "PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE") }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(RegisterFailure) -> Value {
        do {
            // The only writer needs no protection from itself, and each turn of `PRAGMA query_only` expires every statement.
            let value = try isWriter ? database.unsafeRead(body) : database.read(body)
            try throwEarlierFailure()
            return value
        } catch let failure as RegisterFailure { throw failure } catch { throw RegisterFailure(path, error) }
    }

    func write(_ body: (Database) throws -> Void) throws(RegisterFailure) {
        do {
            try database.write { database in
                try throwEarlierFailure()
                try body(database)
            }
        } catch let failure as RegisterFailure { throw failure } catch { throw RegisterFailure(path, error) }
    }

    /// What `applyLater` could not write is missing for good: nothing may be believed or built on it.
    private func throwEarlierFailure() throws { if let failure = failure.withLock({ $0 }) { throw failure } }
}
