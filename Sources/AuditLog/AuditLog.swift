import Determinations
import LinuxSystem

/// The audit log's only writer: adds lines, keeps the Merkle tree, signs checkpoints.
///
/// In the folder `audit`: a file of lines for each month (`2026-11.jsonl`), `checkpoint`, `key.pub`, `key` unless the key
/// is kept elsewhere, and what is derived: `frontier` and `2026-11.hashes`; and `reserve`. A line's promise is made when
/// its file is synced; the checkpoint follows. Plain synchronous code for one thread; a second writer must be kept out by
/// the caller.
package final class AuditLog {
    /// What start-up cut off.
    package struct Repair: Hashable, Sendable {
        /// The file below the log folder.
        package let file: String
        /// How many bytes without a newline were cut off its end.
        package let bytes: Int
    }

    let folder: Descriptor
    let key: SigningKey
    var tree: MerkleTree
    var month: MonthFile?
    var hashes: HashFile?
    var reserve = SpaceReserve()
    private var doubt: String?

    /// Reads what stands in the log; any number of readers may stand beside the writer.
    package let reader: AuditReader
    /// The whole text of the newest checkpoint.
    package internal(set) var checkpointText = ""
    /// The newest line; nil in an empty log.
    package internal(set) var lastEntry: LoggedEntry?
    /// What `open` cut off and logged.
    package internal(set) var repairs: [Repair] = []

    init(folder: consuming Descriptor, key: SigningKey, tree: MerkleTree, reader: AuditReader) {
        self.folder = folder
        self.key = key
        self.tree = tree
        self.reader = reader
    }

    /// The number of lines.
    package var size: Int { tree.size }

    /// The root over all lines.
    package var root: TreeHash { tree.root }

    /// The key that signs.
    package var verifier: VerifierKey { key.verifier }

    /// Adds entries with one write and one sync, then signs a new checkpoint.
    ///
    /// All entries go to the file of the first one's month, or to the newest file when that month is past. When this
    /// returns the lines are on disk. After lack of space nothing was written, and the reserve is given back so that a
    /// `storage-full` entry finds room; after any other failure the process must start again.
    package func append(_ entries: [AuditEntry]) throws(AuditLogFailure) -> [LoggedEntry] {
        if let doubt { throw .inDoubt(after: doubt) }
        guard let first = entries.first else { return [] }
        var logged: [LoggedEntry] = []
        var bytes: [UInt8] = []
        for entry in entries {
            let seq = tree.size + logged.count
            let line = try entry.line(seq: seq)
            logged.append(LoggedEntry(seq: seq, line: line))
            bytes += line
            bytes.append(0x0A)
        }
        do throws(AuditLogFailure) {
            try monthFile(for: first.time).append(bytes)
            let leaves = logged.map { TreeHash.leaf($0.line) }
            for leaf in leaves { tree.append(leaf) }
            lastEntry = logged.last
            try? hashes?.write(leaves, from: tree.size - leaves.count)
            try writeCheckpoint()
        } catch {
            guard error.isStorageFull else {
                doubt = "\(error)"
                throw error
            }
            reserve.release(in: folder)
            throw error
        }
        return logged
    }

    /// Takes the space for a `storage-full` entry again, after it was given back.
    /// - Throws: `storageFull` while there is none.
    package func restoreReserve() throws(AuditLogFailure) {
        do throws(SystemFailure) { try reserve.keep(in: folder) } catch { throw AuditLogFailure(error) }
    }

    /// Whether the space for a `storage-full` entry is kept.
    package var hasReserve: Bool { reserve.isKept }

    private func monthFile(for time: Int) throws(AuditLogFailure) -> MonthFile {
        let wanted = LogMonth(of: time)
        // A clock that went back must not put later lines before earlier ones.
        if let month, wanted <= month.month { return month }
        let new = try MonthFile(wanted, in: folder)
        month = new
        openHashes(firstSeq: tree.size)
        return new
    }

    /// Opens the file of hashes that belongs to the newest month; without it the log is as good.
    func openHashes(firstSeq: Int) {
        guard let month else { return }
        hashes = try? HashFile(month.month, firstSeq: firstSeq, in: folder)
    }

    /// Signs the present size and root.
    ///
    /// Lack of space is no failure here: the lines are safe, the old checkpoint stays, and the next one covers them.
    func writeCheckpoint() throws(AuditLogFailure) {
        let checkpoint = Checkpoint(origin: key.verifier.name, size: tree.size, root: tree.root)
        let text: String
        do { text = try checkpoint.signed(by: key) } catch {
            throw .badKey(file: folder.path + "/key", what: "it does not sign (\(error))")
        }
        do throws(AuditLogFailure) { try replaceCheckpoint(text) } catch  where error.isStorageFull {
            reserve.release(in: folder)
            do throws(AuditLogFailure) { try replaceCheckpoint(text) } catch  where error.isStorageFull { return }
        }
        writeFrontier()
    }

    /// Notes how far the log goes, for the next start; without the note that start takes longer, no more.
    func writeFrontier() {
        let frontier = Frontier(
            tree: tree, file: month?.month.file.description ?? "", end: month?.length ?? 0)
        try? replaceFrontier(frontier.bytes)
    }

    private func replaceCheckpoint(_ text: String) throws(AuditLogFailure) {
        do throws(SystemFailure) {
            try folder.replaceContent(of: FileName("checkpoint"), with: Array(text.utf8))
        } catch { throw AuditLogFailure(error) }
        checkpointText = text
    }

    private func replaceFrontier(_ bytes: [UInt8]) throws(SystemFailure) {
        let file = try folder.updating(FileName("frontier"))
        try file.write(bytes, at: 0)
        try file.truncate(to: Int64(bytes.count))
    }
}
