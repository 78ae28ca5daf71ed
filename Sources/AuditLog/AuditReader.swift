package import Determinations
import LinuxSystem
import Records

/// Reads the audit log beside its writer, from this process or another.
///
/// A line is read once its newline stands in the file; it may be one that no checkpoint covers yet.
package struct AuditReader: Sendable {
    private let path: String

    /// A reader of the log below a folder such as `/var/lib/imrd/log`.
    package init(folder: String) { path = folder + "/audit" }

    /// The last lines, the oldest of them first.
    /// - Parameter count: How many; fewer when the log has fewer.
    package func tail(count: Int) throws -> [LoggedEntry] {
        var found: [LoggedEntry] = []
        if count > 0 {
            try forEachEntryBackwards { entry in
                found.append(entry)
                return found.count < count
            }
        }
        return found.reversed()
    }

    /// Reads the entries from a number on, in order, until the body says false; earlier ones are hardly touched.
    package func entries(from seq: Int = 0, _ body: (LoggedEntry) throws -> Bool) throws {
        let folder = try Descriptor.folder(path)
        let months = try LogMonth.all(in: folder)
        let later = try months.indices.first { try (firstSeq(of: months[$0]) ?? 0) > seq } ?? months.endIndex
        var goesOn = true
        for month in months[max(0, later - 1)...] where goesOn {
            let file = try folder.openForReading(month.file)
            try file.forEachLine(from: try Self.offset(before: seq, in: file)) { line, offset in
                let entry = try Self.entry(line, at: offset, of: file.path)
                if entry.seq >= seq { goesOn = try body(entry) }
                return goesOn
            }
        }
    }

    /// Which of these arrivals the log has an end for: filed, duplicate, held, discarded. A held arrival that was released is
    /// on its way again.
    package func loggedArrivals(among arrivals: Set<ArrivalIdentifier>) throws -> Set<ArrivalIdentifier> {
        Set(try lastEvents(of: arrivals).filter { $0.value.endsArrival }.keys)
    }

    /// The newest event of each of these arrivals that ends its way or begins it again; none for an arrival that has none.
    ///
    /// The log is read backwards until 4,096 entries in a row are older than the oldest of these arrivals by more than an
    /// hour: so many, because a clock that was set back makes entries look older than what they are about.
    package func lastEvents(of arrivals: Set<ArrivalIdentifier>) throws -> [ArrivalIdentifier: AuditEvent] {
        guard let oldest = arrivals.min() else { return [:] }
        let limit = Timestamp.text(Int(oldest.milliseconds) - 3_600_000)
        var events: [ArrivalIdentifier: AuditEvent] = [:]
        var older = 0
        try forEachEntryBackwards { entry in
            if let arrival = entry.arrival, arrivals.contains(arrival), events[arrival] == nil, let event = entry.event,
                event.endsArrival || event == .released
            {
                events[arrival] = event
            }
            older = entry.time < limit ? older + 1 : 0
            return older < 4096 && events.count < arrivals.count
        }
        return events
    }

    /// The size of all lines in bytes.
    package func bytes() throws -> Int {
        let folder = try Descriptor.folder(path)
        return try LogMonth.all(in: folder).reduce(0) { try $0 + Int(folder.status(of: $1.file).size) }
    }

    /// Whether the log has an end for this arrival.
    package func isLogged(arrival: ArrivalIdentifier) throws -> Bool {
        try !loggedArrivals(among: [arrival]).isEmpty
    }

    /// The number of the first line of a month's file; nil when it has none.
    func firstSeq(of month: LogMonth) throws -> Int? {
        let start = try Descriptor.folder(path).openForReading(month.file).read(at: 0, upTo: 64)
        return LoggedEntry.seq(startOf: start[...])
    }

    private func forEachEntryBackwards(_ body: (LoggedEntry) throws -> Bool) throws {
        let folder = try Descriptor.folder(path)
        for month in try LogMonth.all(in: folder).reversed() {
            let file = try folder.openForReading(month.file)
            let goesOn = try file.forEachLineBackwards { line, offset in
                try body(Self.entry(line, at: offset, of: file.path))
            }
            if !goesOn { return }
        }
    }

    private static func entry(_ line: [UInt8], at offset: Int64, of path: String) throws -> LoggedEntry {
        if let entry = LoggedEntry(line) { return entry }
        throw AuditLogFailure.damaged(file: path, line: nil, what: "at byte \(offset) stands no entry")
    }

    /// The start of some line not after the one with that number, found by halving the file.
    private static func offset(before seq: Int, in file: borrowing Descriptor) throws -> Int64 {
        var low: Int64 = 0
        var high = try file.status().size
        while high - low > Int64(4 * AuditEntry.longestLine) {
            let middle = (low + high) / 2
            let bytes = try file.read(at: middle, upTo: AuditEntry.longestLine + 64)
            guard let newline = bytes.firstIndex(of: 0x0A),
                let found = LoggedEntry.seq(startOf: bytes[(newline + 1)...])
            else { return low }
            if found <= seq { low = middle + Int64(newline) + 1 } else { high = middle }
        }
        return low
    }
}
