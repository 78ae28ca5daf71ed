import Archive
import AuditLog
import Determinations
import Inbox
import LinuxSystem
import Records

/// What people decide about held files. The log says it before it is done, and a start after a kill ends it.
extension FilingEngine {
    /// Puts a held file through again: logs it, and returns what has to be read and filed like any other arrival.
    /// - Throws: `CommandFailure` when it cannot be; failures of archive and log.
    func release(_ arrival: ArrivalIdentifier, actor: String) throws -> Claim {
        let entry = try decidable(arrival)
        let claim = try heldClaim(entry)
        try decide(.released, entry, actor: actor, [])
        released.insert(arrival)
        return claim
    }

    /// Gives a held file up: logs it with the reason, and moves it to held/discarded, where it is kept.
    /// - Throws: `CommandFailure` when it cannot be; failures of archive and log.
    func discard(_ arrival: ArrivalIdentifier, reason: String, actor: String) throws {
        let entry = try decidable(arrival)
        try decide(
            .discarded, entry, actor: actor,
            [
                JSON.Member("bytes", .optional(entry.size.map { Int($0) })),
                JSON.Member("sha256", .optional(try heldHash(arrival))),
                JSON.Member("reason", .object(["message": .string(reason)])),
                JSON.Member("path", .string("discarded/\(arrival)")),
            ])
        try archive.moveToDiscarded(arrival)
    }

    /// Ends what a killed run left of these decisions, and returns what still has to be read and filed.
    func recoverHeld() throws -> [UnfinishedArrival] {
        let marked = try archive.leaving()
        let events = try audit.reader.lastEvents(of: Set(marked))
        var open: [UnfinishedArrival] = []
        for arrival in marked {
            switch events[arrival] {
            case .released:
                guard let entry = try archive.heldEntry(arrival) else { continue }
                do { open.append(.claimed(try heldClaim(entry))) } catch let failure as CommandFailure {
                    throw RecoveryRefusal(description: "\(failure)")
                }
                released.insert(arrival)
            case .discarded: try archive.moveToDiscarded(arrival)
            case .filed, .duplicate: try archive.removeHeld(arrival)
            default: try archive.unmarkLeaving(arrival)
            }
        }
        return open
    }

    /// Does what is left to do in held/ once a released arrival has its new outcome in the log.
    func leaveHeld(_ arrival: ArrivalIdentifier, after event: AuditEvent) throws {
        if event == .held { try archive.unmarkLeaving(arrival) } else { try archive.removeHeld(arrival) }
        released.remove(arrival)
    }

    private func decidable(_ arrival: ArrivalIdentifier) throws -> HeldEntry {
        guard !released.contains(arrival) else {
            throw CommandFailure(.tryLater, "\(arrival) is being put through again; look for it with \"imrd held\"")
        }
        guard let entry = try archive.heldEntry(arrival) else {
            throw CommandFailure(.noInput, "nothing is held as \(arrival); \"imrd held\" lists what is")
        }
        return entry
    }

    private func decide(
        _ event: AuditEvent, _ entry: HeldEntry, actor: String, _ fields: [JSON.Member]
    ) throws {
        try archive.markLeaving(entry.arrival)
        let head = [
            JSON.Member("arrival", .string(entry.arrival.description)),
            JSON.Member("name", entry.reason["name"] ?? .null),
        ]
        do { try note(event, actor: actor, head + fields) } catch {
            if StorageFull.isMeant(by: error) { try archive.unmarkLeaving(entry.arrival) }
            throw error
        }
    }

    /// The arrival as it was claimed, with the bytes that are held.
    private func heldClaim(_ entry: HeldEntry) throws -> Claim {
        let place = "\(settings.locations.held)/\(entry.arrival)"
        guard let original = try archive.heldOriginal(entry.arrival) else {
            throw CommandFailure(
                .failed, "\(entry.arrival) is no file that can be read (see \(place)); discard it, then drop the letter"
            )
        }
        let size = try original.status().size
        guard size > 0, size <= settings.inbox.largestFile else {
            throw CommandFailure(
                .failed, "\(entry.arrival) has \(size) bytes, which is not read; see inbox.largestFile, or discard it")
        }
        let text = { (key: String) in entry.reason[key]?.text }
        let received = text("received").flatMap { Timestamp.milliseconds($0) } ?? Int(entry.arrival.milliseconds)
        return Claim(
            identifier: entry.arrival, source: text("source").flatMap { FileName(shown: $0) },
            name: text("name").flatMap { FileName(shown: $0) } ?? FileName("unknown"),
            proof: text("proof").flatMap { CompletenessProof(rawValue: $0) } ?? .quiet, received: Int64(received),
            bytes: try original.read(upTo: Int(size)))
    }

    /// The hash of a held original; nil for what is no file, and for one that is too large to be read.
    private func heldHash(_ arrival: ArrivalIdentifier) throws -> String? {
        guard let original = try archive.heldOriginal(arrival) else { return nil }
        let size = try original.status().size
        guard size <= settings.inbox.largestFile else { return nil }
        return LetterRecord.hexadecimal(Hashing.sha256(try original.read(upTo: Int(size))))
    }
}
