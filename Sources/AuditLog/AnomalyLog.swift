package import Determinations
import LinuxSystem
package import Records

/// The log of anomalies: one JSON object for each finding, in a file for each month, `anomalies/2026-11.jsonl`.
///
/// It is written before the audit entry of the same letter, so that the promise covers it; lines whose letter never came
/// into the audit log are cut off at the next start. For the one thread that also writes the audit log.
package final class AnomalyLog {
    private let folder: Descriptor
    private var month: MonthFile?
    private var former: Int64?
    private var doubt: String?

    /// Opens the log below a folder such as `/var/lib/imrd/log`, which must exist.
    package init(folder path: String) throws {
        folder = try Descriptor.folder(path).makeFolder(FileName("anomalies"))
        if let newest = try LogMonth.all(in: folder).last { month = try MonthFile(newest, in: folder) }
    }

    /// Adds lines with one write and one sync.
    /// - Parameters:
    ///   - lines: One object each, with the member `arrival`.
    ///   - now: In milliseconds since 1970; says which month's file is written.
    package func append(_ lines: [JSON], now: Int) throws(AuditLogFailure) {
        if let doubt { throw .inDoubt(after: doubt) }
        former = nil
        if lines.isEmpty { return }
        do throws(AuditLogFailure) {
            let file = try monthFile(for: now)
            let length = file.length
            try file.append(lines.flatMap { $0.bytes + [0x0A] })
            former = length
        } catch {
            if !error.isStorageFull { doubt = "\(error)" }
            throw error
        }
    }

    /// Takes back the lines of the last `append`, when the audit log had no space for their letters.
    package func takeBack() throws(AuditLogFailure) {
        guard let month, let former else { return }
        self.former = nil
        try month.cut(to: former)
    }

    /// Cuts off what a crash left at the end: a torn line, and lines of letters that are not in the audit log.
    /// - Parameter loggedArrivals: Says which of some arrivals are logged, such as `AuditReader.loggedArrivals`.
    /// - Returns: How many bytes were cut off.
    @discardableResult
    package func cutUnlogged(
        loggedArrivals: (Set<ArrivalIdentifier>) throws -> Set<ArrivalIdentifier>
    ) throws -> Int64 {
        guard let month else { return 0 }
        let before = month.length
        let file = try folder.openForReading(month.month.file)
        var whole: Int64?
        while true {
            var lines: [(offset: Int64, arrival: ArrivalIdentifier?)] = []
            try file.forEachLineBackwards { line, offset in
                if whole == nil { whole = offset + Int64(line.count) + 1 }
                let text = (try? JSON(reading: line))?["arrival"]?.text
                lines.append((offset, text.flatMap { ArrivalIdentifier($0) }))
                return lines.count < 1024
            }
            let logged = try loggedArrivals(Set(lines.compactMap(\.arrival)))
            // A line without an arrival was never ours to judge, so it stays, and with it what stands before.
            let last = lines.firstIndex { $0.arrival.map { logged.contains($0) } ?? true }
            let kept = last.map { $0 == 0 ? whole ?? 0 : lines[$0 - 1].offset } ?? lines.last?.offset ?? 0
            if kept < month.length { try month.cut(to: kept) }
            if last != nil || kept == 0 { return before - month.length }
            whole = nil
        }
    }

    private func monthFile(for time: Int) throws(AuditLogFailure) -> MonthFile {
        let wanted = LogMonth(of: time)
        if let month, wanted <= month.month { return month }
        let new = try MonthFile(wanted, in: folder)
        month = new
        return new
    }
}
