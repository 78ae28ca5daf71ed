package import Determinations
package import LinuxSystem
import Synchronization
import SystemPackage

extension InboxFolder {
    /// Takes one file out of the inbox and reads it, if it is whole.
    ///
    /// - Parameters:
    ///   - entry: Which file.
    ///   - arrivedByRename: Whether the watcher saw it being moved in under this name.
    ///   - identifier: A new one; the file's name in the private folder.
    ///   - now: Nanoseconds since 1970.
    /// - Throws: What stops the whole intake: ENOSPC, EDQUOT, EIO, EROFS, and any failure after the file was moved, which
    ///   `unfinishedClaims` finds again.
    package func claim(
        _ entry: InboxEntry, arrivedByRename: Bool, identifier: ArrivalIdentifier, now: Int64
    ) throws(SystemFailure) -> ClaimOutcome {
        guard !settings.ignores(entry.name), entry.source?.bytes.first != UInt8(ascii: ".") else { return .ignored }
        var isMoved = false
        var outcome: ClaimOutcome
        do throws(SystemFailure) {
            outcome = try withFolder(of: entry) { folder throws(SystemFailure) in
                let attempt = Attempt(entry: entry, byRename: arrivedByRename, identifier: identifier, now: now)
                return try claim(attempt, in: folder, &isMoved)
            }
        } catch {
            outcome = try self.outcome(of: error, isMoved: isMoved, entry, now: now)
        }
        if case .waiting(let reason, let delay) = outcome {
            let isFailure = reason != .beingWritten && reason != .quietPeriod
            let failures = state.withLock { $0.wait(entry, reason, now: now, failed: isFailure) }
            outcome = .waiting(reason, retryAfter: min(delay << min(max(failures - 1, 0), 8), 300_000))
        } else {
            _ = state.withLock { $0.observations.removeValue(forKey: entry) }
        }
        return outcome
    }

    private func outcome(
        of failure: SystemFailure, isMoved: Bool, _ entry: InboxEntry, now: Int64
    ) throws(SystemFailure) -> ClaimOutcome {
        switch failure.errno {
        case _ where isMoved: throw failure
        case .noSpace, .diskQuotaExceeded, .ioError, .readOnlyFileSystem: throw failure
        case .noSuchFileOrDirectory, .notDirectory: return .withdrawn
        default: return .waiting(Self.reason(failure), retryAfter: 1000)
        }
    }

    private struct Attempt {
        let entry: InboxEntry
        let byRename: Bool
        let identifier: ArrivalIdentifier
        let now: Int64
    }

    private func claim(
        _ attempt: Attempt, in folder: borrowing Descriptor, _ isMoved: inout Bool
    ) throws(SystemFailure) -> ClaimOutcome {
        let named = try folder.status(of: attempt.entry.name)
        if named.kind == .folder { return .ignored }
        // Opening a FIFO or a device could already do something: it is refused by what its name stands for.
        if named.kind != .regular { return try refuse(attempt, named, .notAFile, .quiet, in: folder, &isMoved) }
        let flags = FileDescriptor.AccessMode.readOnly.rawValue | FileDescriptor.OpenOptions.nonBlocking.rawValue
        let file = try folder.open(attempt.entry.name, flags)
        let status = try file.status()
        guard status.kind == .regular, status.links > 0, status.isSame(as: named) else {
            return .waiting(.replaced, retryAfter: 100)
        }
        let proof: CompletenessProof
        switch completeness(attempt, status, file.testReadLease()) {
        case .success(let found): proof = found
        case .failure(let wait): return .waiting(wait.reason, retryAfter: wait.milliseconds)
        }
        if let reason = RefusalReason(status, largestFile: settings.largestFile) {
            return try refuse(attempt, status, reason, proof, in: folder, &isMoved)
        }
        guard try move(attempt, status, proof, in: folder, &isMoved) else {
            return .waiting(.replaced, retryAfter: 100)
        }
        // Nobody can open it any more; whoever had it open for writing before still has, and this answer is final.
        if file.testReadLease() == .somebodyWrites {
            try putBack(attempt.identifier, attempt.entry, in: folder)
            return .waiting(.beingWritten, retryAfter: 1000)
        }
        guard let bytes = try readWhole(file) else {
            try putBack(attempt.identifier, attempt.entry, in: folder)
            return .waiting(.changedWhileReading, retryAfter: settings.quietPeriod)
        }
        return .claimed(
            Claim(
                identifier: attempt.identifier, source: attempt.entry.source, name: attempt.entry.name, proof: proof,
                received: attempt.now / 1_000_000, bytes: bytes, device: status.device, inode: status.inode))
    }

    private struct Wait: Error {
        let reason: WaitingReason
        let milliseconds: Int
    }

    private func completeness(
        _ attempt: Attempt, _ status: FileStatus, _ lease: LeaseAnswer
    ) -> Result<CompletenessProof, Wait> {
        let (putBack, unchanged) = state.withLock { state in
            let unchanged = state.unchanged(attempt.entry, status, now: attempt.now)
            return (state.observations[attempt.entry]?.putBack, unchanged)
        }
        if lease == .somebodyWrites { return .failure(Wait(reason: .beingWritten, milliseconds: 1000)) }
        // A second name may be about to go (link, then unlink): that takes the quiet period to tell.
        if attempt.byRename, status.links == 1, putBack != status.inode { return .success(.rename) }
        guard unchanged >= settings.quietPeriod else {
            return .failure(Wait(reason: .quietPeriod, milliseconds: max(1, settings.quietPeriod - unchanged)))
        }
        return .success(lease == .nobodyWrites ? .lease : .quiet)
    }

    /// Notes the claim and moves the name into the private folder; false (and moved back) when another thing had its name.
    private func move(
        _ attempt: Attempt, _ status: FileStatus, _ proof: CompletenessProof, in folder: borrowing Descriptor,
        _ isMoved: inout Bool
    ) throws(SystemFailure) -> Bool {
        let note = ClaimJournal.Note(entry: attempt.entry, proof: proof, received: attempt.now / 1_000_000)
        let target = FileName(attempt.identifier.description)
        state.withLock { _ = $0.inFlight.insert(attempt.identifier) }
        do throws(SystemFailure) {
            try journal.append(attempt.identifier, note)
            try folder.renameToOwn(attempt.entry.name, into: claimed, as: target)
        } catch {
            state.withLock { _ = $0.inFlight.remove(attempt.identifier) }
            throw error
        }
        isMoved = true
        if try claimed.status(of: target).isSame(as: status) { return true }
        try putBack(attempt.identifier, attempt.entry, in: folder)
        return false
    }

    private func refuse(
        _ attempt: Attempt, _ status: FileStatus, _ reason: RefusalReason, _ proof: CompletenessProof,
        in folder: borrowing Descriptor, _ isMoved: inout Bool
    ) throws(SystemFailure) -> ClaimOutcome {
        guard try move(attempt, status, proof, in: folder, &isMoved) else {
            return .waiting(.replaced, retryAfter: 100)
        }
        return .refused(
            try refusal(attempt.identifier, attempt.entry, status, reason, received: attempt.now / 1_000_000))
    }

    func refusal(
        _ identifier: ArrivalIdentifier, _ entry: InboxEntry, _ status: FileStatus, _ reason: RefusalReason,
        received: Int64
    ) throws(SystemFailure) -> Refusal {
        var target: FileName?
        if status.kind == .symbolicLink {
            target = FileName(try claimed.target(of: FileName(identifier.description)))
        }
        return Refusal(
            identifier: identifier, source: entry.source, name: entry.name, reason: reason, kind: status.kind,
            size: status.size, target: target, received: received)
    }

    /// Gives a thing its name back; under a longer one when the sender has used the name again meanwhile, or nobody can say whether.
    func putBack(
        _ identifier: ArrivalIdentifier, _ entry: InboxEntry, in folder: borrowing Descriptor
    ) throws(SystemFailure) {
        let held = FileName(identifier.description)
        let inode = try claimed.status(of: held).inode
        var home = entry
        do throws(SystemFailure) {
            try claimed.rename(held, into: folder, as: entry.name)
        } catch  where error.errno == .fileExists || error.errno == .invalidArgument {
            let longer = entry.name.bytes.prefix(200) + [UInt8(ascii: "-")] + held.bytes
            home = InboxEntry(source: entry.source, name: FileName(longer))
            try claimed.renameToOwn(held, into: folder, as: home.name)
        }
        state.withLock { state in
            state.inFlight.remove(identifier)
            state.observations[home, default: .init(since: WallClock.nanoseconds / 1_000_000)].putBack = inode
        }
    }

    /// The content, or nil when it changed each of three times that it was read.
    func readWhole(_ file: borrowing Descriptor) throws(SystemFailure) -> [UInt8]? {
        for _ in 0..<3 {
            let before = try file.status()
            guard before.size <= settings.largestFile else { return nil }
            let bytes = try file.read(at: 0, upTo: Int(before.size) + 1)
            let after = try file.status()
            if bytes.count == Int(before.size), after.size == before.size, after.modified == before.modified {
                return bytes
            }
        }
        return nil
    }
}

extension FileStatus {
    /// Whether both are of the same file, by filesystem and number.
    func isSame(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}
