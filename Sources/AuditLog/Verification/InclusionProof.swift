import Crypto
package import Determinations
import LinuxSystem
package import Records

/// A proof that a letter stands in the log, which a third party checks with the letter and the public key alone.
///
/// As JSON: `{"line":"…","seq":41,"size":100,"hashes":["…base 64…"],"checkpoint":"…"}`: the entry's line, its place, the
/// number of lines signed for, the way to the root (RFC 6962, lowest first), and the signed checkpoint.
package enum InclusionProof {
    /// Why there is no proof, or why a proof proves nothing; each is one sentence.
    package enum Failure: Error, Hashable, CustomStringConvertible {
        /// No entry files this arrival.
        case notFiled(ArrivalIdentifier)
        /// The entry is younger than the checkpoint.
        case notSignedYet(seq: Int)
        /// The log does not lead to the checkpoint's root, or the checkpoint is not signed by that key.
        case logUnsound(String)
        /// The proof is not written as a proof is.
        case malformed
        /// The line is about other bytes than this letter's.
        case otherLetter
        /// The hashes do not lead from the line to the signed root.
        case notIncluded
        /// The checkpoint cannot be believed.
        case checkpoint(CheckpointFailure)

        /// One sentence.
        package var description: String {
            switch self {
            case .notFiled(let arrival): "no entry of the audit log files \(arrival); look for it with \"imrd letters\""
            case .notSignedYet(let seq): "entry \(seq) is not covered by a checkpoint yet; try again after the next one"
            case .logUnsound(let what): "the audit log proves nothing: \(what); run \"imrd verify\""
            case .malformed: "this is no proof: it lacks line, seq, size, hashes or checkpoint"
            case .otherLetter: "the proof is about other bytes than this letter's"
            case .notIncluded: "the hashes do not lead from this line to the signed root"
            case .checkpoint(let failure): "the proof's checkpoint \(failure)"
            }
        }
    }

    /// Makes the proof for a filed arrival. Reads the whole log.
    /// - Parameters:
    ///   - arrival: The arrival, whose newest `filed` entry is proved.
    ///   - path: The log folder.
    ///   - publicKey: The key of the checkpoint.
    package static func prove(_ arrival: ArrivalIdentifier, folder path: String, publicKey: VerifierKey) throws -> JSON
    {
        let folder = try Descriptor.folder(path + "/audit")
        let note = try folder.content(of: FileName("checkpoint"), upTo: 1 << 16) ?? []
        let text = String(decoding: note, as: UTF8.self)
        let checkpoint: Checkpoint
        do throws(CheckpointFailure) { checkpoint = try Checkpoint(text, signedBy: publicKey) } catch {
            throw Failure.checkpoint(error)
        }
        var leaves: [TreeHash] = []
        var filed: LoggedEntry?
        let wanted = Array("\"\(arrival)\"".utf8)
        try AuditReader(folder: path).entries { entry in
            if leaves.count < checkpoint.size { leaves.append(.leaf(entry.line)) }
            if entry.line[...].contains(wanted) {
                let json = entry.json
                if json["event"]?.text == AuditEvent.filed.rawValue, json["arrival"]?.text == arrival.description {
                    filed = entry
                }
            }
            return true
        }
        guard let filed else { throw Failure.notFiled(arrival) }
        guard filed.seq < checkpoint.size else { throw Failure.notSignedYet(seq: filed.seq) }
        guard leaves.count == checkpoint.size, MerkleProof.root(of: leaves[...]) == checkpoint.root else {
            throw Failure.logUnsound("its lines do not lead to the signed root")
        }
        let hashes = MerkleProof.inclusion(of: filed.seq, in: leaves[...])
        return JSON.object([
            "line": .string(String(decoding: filed.line, as: UTF8.self)), "seq": .integer(filed.seq),
            "size": .integer(checkpoint.size), "hashes": .strings(hashes.map { Base64.encode($0.bytes) }),
            "checkpoint": .string(text),
        ])
    }

    /// Checks a proof against the bytes of a letter and the log's public key; returns the entry that is proved.
    @discardableResult
    package static func check(_ proof: JSON, letter: [UInt8], publicKey: VerifierKey) throws(Failure) -> JSON {
        let hashes = (proof["hashes"]?.elements ?? []).map {
            $0.text.flatMap { Base64.decode($0) }.flatMap { TreeHash($0) }
        }
        guard let line = proof["line"]?.text, let seq = proof["seq"]?.integer, let size = proof["size"]?.integer,
            let text = proof["checkpoint"]?.text, !hashes.contains(nil), let entry = try? JSON(reading: line.utf8)
        else { throw .malformed }
        guard entry["event"]?.text == AuditEvent.filed.rawValue,
            entry["sha256"]?.text == hexadecimal(SHA256.hash(data: letter))
        else { throw .otherLetter }
        let checkpoint: Checkpoint
        do throws(CheckpointFailure) { checkpoint = try Checkpoint(text, signedBy: publicKey) } catch {
            throw .checkpoint(error)
        }
        guard size == checkpoint.size, entry["seq"]?.integer == seq,
            MerkleProof.includes(
                .leaf(line.utf8), at: seq, size: size, root: checkpoint.root, proof: hashes.compactMap { $0 })
        else { throw .notIncluded }
        return entry
    }
}
