package import Determinations
package import Records
package import Register

/// What a reviewer wants to know in the morning.
package struct Today: Hashable, Sendable {
    /// Today in the office.
    package let day: CalendarDate
    /// How many letters were filed today.
    package let filed: Int
    /// How many files came today that had been filed before.
    package let duplicates: Int
    /// The newest letters, at most `ReviewDesk.newest`.
    package let newest: [LetterRow]
    /// How many findings somebody has to look at, by severity; `info` left out.
    package let pending: [Severity: Int]
    /// What could not be filed and waits for somebody, the newest first, at most `ReviewDesk.newest`.
    package let held: [RegisteredArrival]
    /// How many files are held.
    package let heldCount: Int
    /// How many deadlines of overturned items are past and not done.
    package let overdue: Int
    /// How many are due from today to seven days from now.
    package let dueSoon: Int
    /// The deadlines that are not done, the earliest first, at most `ReviewDesk.newest`.
    package let deadlines: [DeadlineRow]
    /// How the daemon is.
    package let health: Health
}

/// How the daemon is, from its own answer to `status`.
package struct Health: Hashable, Sendable {
    /// Whether it runs.
    package let isRunning: Bool
    /// Since when, RFC 3339.
    package let since: String?
    /// Its version.
    package let version: String?
    /// Whether the watcher is up; without it the inbox is scanned from time to time.
    package let isWatching: Bool
    /// Files in the inbox that are not taken yet: `name`, `source`, `why`, `since`.
    package let waiting: [JSON]
    /// How many letters are claimed and not filed yet.
    package let queue: Int
    /// Bytes free for the archive; nil when unknown.
    package let freeBytes: Int?
    /// How many entries the audit log has; nil when unknown.
    package let logEntries: Int?
    /// The whole answer, for what is not named here.
    package let status: JSON

    init(_ answer: JSON?) {
        isRunning = answer != nil
        since = answer?["since"]?.text
        version = answer?["version"]?.text
        isWatching = answer?["watcher"]?["up"] == .bool(true)
        waiting = answer?["waiting"]?.elements ?? []
        queue = answer?["queue"]?.integer ?? 0
        freeBytes = answer?["disk"]?["archiveFreeBytes"]?.integer
        logEntries = answer?["log"]?["entries"]?.integer
        status = answer ?? .null
    }
}
