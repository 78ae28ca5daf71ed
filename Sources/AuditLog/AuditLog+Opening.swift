import Determinations
import LinuxSystem
import Records
import SystemPackage

extension AuditLog {
    /// Opens the log for writing, after checking what stands in it.
    ///
    /// The time this takes does not depend on the length of the log: only lines after the frontier are read. Where the
    /// frontier is missing or does not lead to the signed root, all lines are. A torn last line is cut off and logged; any
    /// other damage is refused. A key that is not the one of `key.pub` is logged.
    /// - Parameters:
    ///   - path: The log folder; it must exist.
    ///   - origin: The log's name, and the key's.
    ///   - keyPath: The private key's file when it is not `audit/key`; it must exist then.
    ///   - now: The time, in milliseconds since 1970.
    /// - Throws: `AuditLogFailure` or `SystemFailure`, each one line for the operator.
    package static func open(
        folder path: String, origin: String = "imrd", key keyPath: String? = nil, now: Int
    ) throws -> AuditLog {
        let folder = try Descriptor.folder(path).makeFolder(FileName("audit"))
        let key = try keyPath.map { try givenKey($0, origin) } ?? ownKey(in: folder, origin)
        let published = try publishedKey(in: folder)
        let months = try LogMonth.all(in: folder)
        let (checkpoint, isNew) = try storedCheckpoint(in: folder, months, key.verifier, published)
        let scan = try scanned(folder, checkpoint, months)

        let log = AuditLog(folder: folder, key: key, tree: scan.tree, reader: AuditReader(folder: path))
        try log.resume(scan)
        let isChanged = published.map { $0 != key.verifier && checkpoint.signer == $0 } ?? false
        log.checkpointText = checkpoint.text
        var entries = log.repairs.map { repair in
            AuditEntry(
                .logRepaired, time: now,
                fields: [JSON.Member("file", .string(repair.file)), JSON.Member("bytes", .integer(repair.bytes))])
        }
        if isChanged, let published {
            let fields = [
                JSON.Member("old", .string(published.description)),
                JSON.Member("new", .string(key.verifier.description)),
            ]
            entries.append(AuditEntry(.keyChanged, time: now, fields: fields))
        }
        if !entries.isEmpty {
            _ = try log.append(entries)
        } else if isNew || log.tree.size != checkpoint.value.size || checkpoint.signer != key.verifier {
            try log.writeCheckpoint()
        } else {
            // All lines may have been read because the frontier was lost.
            log.writeFrontier()
        }
        // Without a first checkpoint the next start would take the first lines for somebody else's.
        if log.checkpointText.isEmpty {
            throw AuditLogFailure.storageFull(SystemFailure("write", log.folder.path + "/checkpoint", .noSpace))
        }
        // After the entry: a crash between the two finds the checkpoint signed by the new key, and logs nothing twice.
        if published != key.verifier {
            try log.folder.replaceContent(of: FileName("key.pub"), with: Array("\(key.verifier)\n".utf8), mode: 0o644)
        }
        try? log.restoreReserve()
        return log
    }

    /// A checkpoint and who signed it.
    private struct SignedCheckpoint {
        let value: Checkpoint
        let signer: VerifierKey
        let text: String
    }

    private func resume(_ scan: LogScan) throws {
        for place in scan.unvouched where place.month != scan.months.last {
            try MonthFile(place.month, in: folder).writeAgain(from: place.offset)
        }
        guard let newest = scan.months.last else { return }
        let file = try MonthFile(newest, in: folder)
        if scan.torn > 0 {
            repairs.append(Repair(file: "audit/\(newest.file)", bytes: scan.torn))
            try file.cut(to: file.length - Int64(scan.torn))
        }
        if let place = scan.unvouched.last, place.month == newest { try file.writeAgain(from: place.offset) }
        try folder.sync()
        month = file
        lastEntry = try reader.tail(count: 1).first
        openHashes(firstSeq: try reader.firstSeq(of: newest) ?? tree.size)
    }

    private static func scanned(
        _ folder: borrowing Descriptor, _ checkpoint: SignedCheckpoint, _ months: [LogMonth]
    ) throws -> LogScan {
        if let bytes = try folder.content(of: FileName("frontier"), upTo: 1 << 16),
            let frontier = Frontier(reading: bytes),
            let scan = try? LogScan(folder, checkpoint: checkpoint.value, months: months, after: frontier)
        {
            return scan
        }
        return try LogScan(folder, checkpoint: checkpoint.value, months: months, after: nil)
    }

    private static func storedCheckpoint(
        in folder: borrowing Descriptor, _ months: [LogMonth], _ key: VerifierKey, _ published: VerifierKey?
    ) throws -> (SignedCheckpoint, isNew: Bool) {
        let path = folder.path + "/checkpoint"
        guard let bytes = try folder.content(of: FileName("checkpoint"), upTo: 1 << 16) else {
            // The first checkpoint is written before the first line.
            for month in months where try folder.status(of: month.file).size > 0 {
                throw AuditLogFailure.damaged(file: path, line: nil, what: "it is missing although there are lines")
            }
            let empty = Checkpoint(origin: key.name, size: 0, root: .empty)
            return (SignedCheckpoint(value: empty, signer: key, text: ""), true)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw AuditLogFailure.damaged(file: path, line: nil, what: "it is no text")
        }
        var failure = CheckpointFailure.notSigned
        for candidate in [published, key].compactMap({ $0 }) {
            do throws(CheckpointFailure) {
                let value = try Checkpoint(text, signedBy: candidate)
                return (SignedCheckpoint(value: value, signer: candidate, text: text), false)
            } catch { failure = error }
        }
        throw AuditLogFailure.damaged(file: path, line: nil, what: "it \(failure)")
    }

    private static func publishedKey(in folder: borrowing Descriptor) throws -> VerifierKey? {
        guard let bytes = try folder.content(of: FileName("key.pub"), upTo: 4096) else { return nil }
        guard let key = VerifierKey(String(decoding: bytes, as: UTF8.self)) else {
            throw AuditLogFailure.damaged(file: folder.path + "/key.pub", line: nil, what: "it is no public key")
        }
        return key
    }

    private static func ownKey(in folder: borrowing Descriptor, _ origin: String) throws -> SigningKey {
        let name = FileName("key")
        if let bytes = try folder.content(of: name, upTo: 4096) {
            return try parsedKey(bytes, origin, folder.path + "/key")
        }
        guard let key = SigningKey(newNamed: origin) else {
            throw AuditLogFailure.badKey(file: folder.path + "/key", what: "\"\(origin)\" may not name a log")
        }
        try folder.replaceContent(of: name, with: Array("\(key.text)\n".utf8), mode: 0o600)
        return key
    }

    private static func givenKey(_ path: String, _ origin: String) throws -> SigningKey {
        try parsedKey(Descriptor.file(path).read(upTo: 4096), origin, path)
    }

    private static func parsedKey(_ bytes: [UInt8], _ origin: String, _ path: String) throws -> SigningKey {
        guard let key = SigningKey(String(decoding: bytes, as: UTF8.self)) else {
            throw AuditLogFailure.badKey(file: path, what: "it is no key of the form PRIVATE+KEY+name+hash+key")
        }
        guard key.verifier.name == origin else {
            throw AuditLogFailure.badKey(
                file: path, what: "it is the key of \"\(key.verifier.name)\", not of \"\(origin)\"")
        }
        return key
    }
}
