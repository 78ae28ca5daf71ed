import LinuxSystem

/// The newest file of a log, to whose end lines are added.
final class MonthFile {
    /// Its month.
    let month: LogMonth
    /// The length up to which everything is durable.
    private(set) var length: Int64
    private let file: Descriptor

    /// Opens the file of a month, making it (durably) when it is not there.
    init(_ month: LogMonth, in folder: borrowing Descriptor) throws(AuditLogFailure) {
        self.month = month
        do throws(SystemFailure) {
            let isNew = try !folder.has(month.file)
            file = try folder.updating(month.file)
            length = try file.status().size
            if isNew { try folder.sync() }
        } catch { throw AuditLogFailure(error) }
    }

    /// Adds bytes with one write and one sync; after lack of space the file is as it was.
    func append(_ bytes: [UInt8]) throws(AuditLogFailure) {
        do throws(SystemFailure) { try file.write(bytes, at: length) } catch {
            let failure = AuditLogFailure(error)
            if failure.isStorageFull { try cut(to: length) }
            throw failure
        }
        do throws(SystemFailure) { try file.sync() } catch { throw .system(error) }
        length += Int64(bytes.count)
    }

    /// Cuts the file, durably.
    func cut(to length: Int64) throws(AuditLogFailure) {
        do throws(SystemFailure) {
            try file.truncate(to: length)
            try file.sync()
        } catch { throw .system(error) }
        self.length = length
    }

    /// Writes what stands from an offset on once more, and syncs it.
    ///
    /// After a failed fsync the kernel may show pages that never reached the disk, and the next fsync says nothing. Lines
    /// that no checkpoint vouches for may be such pages, so they are made dirty again before anybody relies on them.
    func writeAgain(from offset: Int64) throws(AuditLogFailure) {
        do throws(SystemFailure) {
            var place = offset
            while place < length {
                let bytes = try file.read(at: place, upTo: 1 << 20)
                if bytes.isEmpty { break }
                try file.write(bytes, at: place)
                place += Int64(bytes.count)
            }
            try file.sync()
        } catch { throw .system(error) }
    }
}
