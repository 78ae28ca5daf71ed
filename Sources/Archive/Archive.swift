import Determinations
package import LinuxSystem

/// The archive: a BagIt bag for every day of receipt, and the folder of held files.
///
/// One owner on one thread; everything is durable when a method returns, and can be killed at any point: `recover` makes
/// it whole. After a failed sync, an incident, damage or a failed undo every method throws that failure again.
package final class Archive {
    /// The most letters that one call of `file` takes; recovery undoes no more than that in one bag.
    package static let largestBatch = 128

    let root: Descriptor
    let held: Descriptor
    private var bags: [CalendarDate: Bag] = [:]
    private var stopped: ArchiveFailure?
    /// What `write` made durable for the batch that comes.
    private var written: [ArrivalIdentifier: UnnamedLetter] = [:]
    /// What `takeBack` undoes.
    private var last: (groups: [FilingGroup], days: Set<CalendarDate>)?

    /// Opens both folders, making what is missing, and checks that files can be written there.
    package init(archive: String, held: String) throws(ArchiveFailure) {
        do throws(SystemFailure) {
            root = try Descriptor.makeFolders(archive)
            self.held = try Descriptor.makeFolders(held)
            _ = try root.unnamedFile()
            _ = try self.held.unnamedFile()
        } catch { throw ArchiveFailure(error) }
    }

    /// Files at most `largestBatch` letters, durably when it returns; the results are in the order of the batch.
    ///
    /// All or nothing: on a failure what was done is undone. The audit log is the commit; call this again only after the
    /// letters of the last batch are logged.
    package func file(_ batch: [Filing]) throws(ArchiveFailure) -> [FilingResult] {
        precondition(batch.count <= Archive.largestBatch, "at most \(Archive.largestBatch) letters")
        if batch.contains(where: { written[$0.arrival] == nil }) { try write(batch) }
        return try working {
            last = nil
            defer { written = [:] }
            let places = Dictionary(grouping: batch.indices) { batch[$0].day }
            let days = Set(places.keys)
            var groups: [FilingGroup] = []
            do {
                var results: [FilingResult?] = Array(repeating: nil, count: batch.count)
                var names = SyncGroup()
                for day in days.sorted() {
                    let group = FilingGroup(into: try bag(of: day))
                    groups.append(group)
                    for place in places[day] ?? [] {
                        guard let letter = written[batch[place].arrival] else { continue }
                        results[place] = try group.link(letter, record: batch[place].record)
                    }
                    try group.writeRecords(addingTo: &names)
                }
                try names.sync()
                for group in groups { try group.list() }
                last = (groups, days)
                return results.compactMap(\.self)
            } catch {
                try abandon(groups, days, after: error)
                throw error
            }
        }
    }

    /// Writes the bytes of letters that are about to be filed, durably when it returns; they have no names yet, and vanish
    /// unless `file` gives them some.
    /// - Parameter before: What has to be durable before anything is filed; it is synced together with the letters' bytes.
    package func write(_ batch: [Filing], after before: SyncGroup = SyncGroup()) throws(ArchiveFailure) {
        try working {
            written = [:]
            var letters: [ArrivalIdentifier: UnnamedLetter] = [:]
            var syncs = before
            do {
                for filing in batch {
                    let letter = try UnnamedLetter(filing, in: try bag(of: filing.day).data)
                    letter.addFiles(to: &syncs)
                    letters[filing.arrival] = letter
                }
            } catch {
                try abandon([], Set(batch.map(\.day)), after: error)
                throw error
            }
            try syncs.sync()
            written = letters
        }
    }

    /// Takes back the letters of the last `file`, when there was no space to log them; needs no space itself.
    package func takeBack() throws(ArchiveFailure) {
        try working {
            guard let last else { return }
            self.last = nil
            try undo(last.groups, last.days)
        }
    }

    /// Undoes a failed batch; not after a failed sync, where only the next start can know what is on disk.
    private func abandon(_ groups: [FilingGroup], _ days: Set<CalendarDate>, after error: any Error) throws {
        if ArchiveFailure(wrapping: error).code == .syncFailed { bags = [:] } else { try undo(groups, days) }
    }

    private func undo(_ groups: [FilingGroup], _ days: Set<CalendarDate>) throws {
        bags = [:]
        do {
            for group in groups { try group.undo() }
            for day in days { try Bag.removeIfEmpty(day, in: root) }
        } catch {
            // Whatever it is, want of space included: it must not look as if nothing had been filed.
            let failure = ArchiveFailure(.system, "cannot undo a batch: \(error); start again, which undoes it")
            stopped = failure
            throw failure
        }
    }

    private func bag(of day: CalendarDate) throws -> Bag {
        if let bag = bags[day] { return bag }
        let bag = try Bag(of: day, in: root)
        for file in [bag.manifest, bag.records] where try !file.endsWithWholeLine() {
            throw ArchiveFailure(.damaged, "\(file.path) ends in the middle of a line; nothing can be filed behind it")
        }
        if bags.count >= 4 { bags = [:] }
        bags[day] = bag
        return bag
    }

    /// Closes the bags that are kept open between batches.
    func closeBags() { bags = [:] }

    /// Runs a body unless the archive has stopped, and stops it for good after a failure that forbids to go on.
    func working<Result>(_ body: () throws -> Result) throws(ArchiveFailure) -> Result {
        if let stopped { throw stopped }
        do {
            return try body()
        } catch {
            let failure = ArchiveFailure(wrapping: error)
            switch failure.code {
            case .syncFailed, .incident, .damaged: stopped = failure
            case .storageFull, .unusable, .system: break
            }
            throw failure
        }
    }
}
