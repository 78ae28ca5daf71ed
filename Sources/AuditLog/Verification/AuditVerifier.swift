import Determinations
import LinuxSystem

/// Verifies an audit log from its files alone, sharing no code with what wrote them.
///
/// With nothing but the signed root nobody can say which line was altered. The writer therefore leaves the leaf hashes
/// beside the lines (`2026-11.hashes`). They are not trusted: only where they themselves lead to the signed root do they
/// name the lines; otherwise the numbers in the lines do, as far as they can.
package struct AuditVerifier {
    /// What a verification found.
    package struct Report: Hashable, Sendable {
        /// What is wrong; empty when nothing is.
        package let verdicts: [Verdict]
        /// How many lines the signed checkpoint covers; 0 when it cannot be believed.
        package let covered: Int
        /// How many whole lines stand after those; after a crash, or while the daemon runs, there may be some.
        package let uncovered: Int
    }

    /// Verifies the log against its newest checkpoint.
    /// - Parameters:
    ///   - path: The log folder.
    ///   - publicKey: The text of `key.pub`, best from a copy kept elsewhere.
    /// - Throws: `SystemFailure` when a file cannot be read.
    package static func verify(folder path: String, publicKey: String) throws -> Report {
        let folder = try Descriptor.folder(path + "/audit")
        // Before the lines, so that a daemon that goes on writing cannot make them look too few.
        let note = try folder.content(of: FileName("checkpoint"), upTo: 1 << 16)
        var lines = try VerifierLines(folder)
        guard let note else {
            let verdict = Verdict(
                .missing, file: "audit/checkpoint", "There is no checkpoint, so nothing is vouched for.")
            return Report(
                verdicts: [verdict] + ChangeFinder.byNumbers(lines, size: 0), covered: 0, uncovered: lines.count)
        }
        switch VerifierNote.read(note, key: publicKey) {
        case .failure(let refusal):
            let verdict = Verdict(
                .badSignature, file: "audit/checkpoint", "The checkpoint cannot be believed: \(refusal.sentence).")
            return Report(
                verdicts: [verdict] + ChangeFinder.byNumbers(lines, size: 0), covered: 0, uncovered: lines.count)
        case .success(let note):
            // Beyond the checkpoint, bytes without a newline are a line being written or torn by a crash.
            if lines.count < note.size { lines.takeTorn() }
            return Report(
                verdicts: try verdicts(lines, note, folder) + lostNewlines(lines), covered: note.size,
                uncovered: max(0, lines.count - note.size))
        }
    }

    /// Proves that the log only grew since an older checkpoint, one kept elsewhere.
    /// - Parameters:
    ///   - oldCheckpoint: The text of the old checkpoint.
    ///   - publicKey: The key that signed it.
    package static func verifySince(oldCheckpoint: String, folder path: String, publicKey: String) throws -> [Verdict] {
        let old: VerifierNote
        switch VerifierNote.read(Array(oldCheckpoint.utf8), key: publicKey) {
        case .failure(let refusal):
            return [Verdict(.badSignature, file: "old checkpoint", "It cannot be believed: \(refusal.sentence).")]
        case .success(let note): old = note
        }
        let folder = try Descriptor.folder(path + "/audit")
        let lines = try VerifierLines(folder)
        return try verdicts(lines, old, folder) + lostNewlines(lines)
    }

    /// A newline is not part of what is hashed, so its loss is told apart.
    private static func lostNewlines(_ lines: VerifierLines) -> [Verdict] {
        lines.unended.map { index in
            let (file, line) = lines.place(index)
            return Verdict(.cutShort, file: file, line: line, seq: lines.numbers[index], "This line has lost its end.")
        }
    }

    /// Compares the first lines with a note that can be believed.
    private static func verdicts(
        _ lines: VerifierLines, _ note: VerifierNote, _ folder: borrowing Descriptor
    ) throws -> [Verdict] {
        if lines.count >= note.size, VerifierTree.root(lines.hashes.prefix(32 * note.size)) == note.root {
            return ChangeFinder.byNumbers(lines, size: note.size)
        }
        let stored = try storedHashes(folder)
        if stored.count >= 32 * note.size, VerifierTree.root(stored.prefix(32 * note.size)) == note.root {
            return ChangeFinder.byHashes(lines, written: Array(stored.prefix(32 * note.size)))
        }
        let found = ChangeFinder.byNumbers(lines, size: note.size)
        if !found.isEmpty { return found }
        return [
            Verdict(
                .altered, file: "audit",
                "At least one of the entries 0 to \(note.size - 1) is not as it was signed; "
                    + "the hashes that would tell which are not here or altered too.")
        ]
    }

    private static func storedHashes(_ folder: borrowing Descriptor) throws -> [UInt8] {
        let names = try folder.names().map { String(decoding: $0.bytes, as: UTF8.self) }
        var stored: [UInt8] = []
        for name in names.filter({ $0.hasSuffix(".hashes") }).sorted() {
            let file = try folder.openForReading(FileName(name))
            stored += try file.read(upTo: Int(file.status().size))
        }
        return stored
    }
}
