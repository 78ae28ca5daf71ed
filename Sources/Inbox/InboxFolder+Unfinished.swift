package import Determinations
package import LinuxSystem
import Synchronization
import SystemPackage

extension InboxFolder {
    /// What an earlier run left in the private folder, in order of arrival, with the names from the claim journal.
    ///
    /// Call it before anything is claimed. An arrival that the journal does not know is named `unknown`; a file that
    /// somebody is still writing goes back into the inbox.
    package func unfinishedClaims() throws(SystemFailure) -> [UnfinishedArrival] {
        let notes = try journal.notes()
        var unfinished: [UnfinishedArrival] = []
        for identifier in try claimed.names().compactMap({ ArrivalIdentifier($0.description) }).sorted() {
            state.withLock { _ = $0.inFlight.insert(identifier) }
            if let arrival = try recover(identifier, notes[identifier]) { unfinished.append(arrival) }
        }
        return unfinished
    }

    private func recover(
        _ identifier: ArrivalIdentifier, _ note: ClaimJournal.Note?
    ) throws(SystemFailure) -> UnfinishedArrival? {
        let name = FileName(identifier.description)
        let entry = note?.entry ?? InboxEntry(name: FileName("unknown"))
        let received = note?.received ?? Int64(identifier.milliseconds)
        let status = try claimed.status(of: name)
        if let reason = RefusalReason(status, largestFile: settings.largestFile) {
            return .refused(try refusal(identifier, entry, status, reason, received: received))
        }
        let flags = FileDescriptor.AccessMode.readOnly.rawValue | FileDescriptor.OpenOptions.nonBlocking.rawValue
        let file = try claimed.open(name, flags)
        guard file.testReadLease() != .somebodyWrites, let bytes = try readWhole(file) else {
            try putBack(identifier, InboxEntry(name: entry.name), in: inbox)
            return nil
        }
        return .claimed(
            Claim(
                identifier: identifier, source: entry.source, name: entry.name, proof: note?.proof ?? .quiet,
                received: received, bytes: bytes, device: status.device, inode: status.inode))
    }

    /// Adds the claims to what is made durable before anything is filed, held or logged under their numbers.
    ///
    /// Else a power cut could give a file its old name back, and it would arrive a second time, under another number.
    package func addClaims(to syncs: inout SyncGroup) { syncs.add(claimed) }

    /// Removes a claimed file once it is filed; false when something else stands under its identifier, which stays.
    ///
    /// Removing what is gone already is no failure, so that it may be done twice.
    @discardableResult
    package func finish(_ claim: Claim) throws(SystemFailure) -> Bool {
        let name = FileName(claim.identifier.description)
        do throws(SystemFailure) {
            let status = try claimed.status(of: name)
            guard status.device == claim.device, status.inode == claim.inode else { return false }
            try claimed.remove(name)
        } catch  where error.errno == .noSuchFileOrDirectory {}
        state.withLock { _ = $0.inFlight.remove(claim.identifier) }
        return true
    }

    /// Removes what stands under an identifier whose arrival has its outcome already.
    package func remove(_ identifier: ArrivalIdentifier) throws(SystemFailure) {
        try claimed.removeIfPresent(FileName(identifier.description))
        state.withLock { _ = $0.inFlight.remove(identifier) }
    }

    /// Moves a claimed or refused object out of the private folder.
    ///
    /// Where that cannot be done, because the other folder is on another filesystem (or mounted apart) or has no space, it is
    /// moved to `.imrd/held`, which no start looks at.
    /// - Returns: Whether it is in the other folder.
    @discardableResult
    package func handOver(
        _ identifier: ArrivalIdentifier, into folder: borrowing Descriptor, as name: FileName
    ) throws(SystemFailure) -> Bool {
        let own = FileName(identifier.description)
        var isMoved = true
        do throws(SystemFailure) {
            try claimed.rename(own, into: folder, as: name)
        } catch  where [.improperLink, .noSpace, .diskQuotaExceeded].contains(error.errno) {
            try claimed.renameToOwn(own, into: claimed.makeFolder(FileName("held"), mode: 0o700), as: own)
            isMoved = false
        }
        state.withLock { _ = $0.inFlight.remove(identifier) }
        return isMoved
    }

    /// Empties the claim journal, unless an arrival is still in flight; returns whether it did.
    @discardableResult
    package func forgetClaims() throws(SystemFailure) -> Bool {
        // Claiming notes its arrival as in flight before it writes, under the same lock: no line is cut that is needed.
        let failure: SystemFailure? = state.withLock { state in
            guard state.inFlight.isEmpty else { return SystemFailure("truncate", path, .wouldBlock) }
            do throws(SystemFailure) {
                try journal.forget()
                return nil
            } catch {
                return error
            }
        }
        guard let failure else { return true }
        if failure.errno == .wouldBlock { return false }
        throw failure
    }
}
