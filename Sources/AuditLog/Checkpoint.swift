/// What a log signs after each group of entries: whose log it is, how many lines it has, and their root.
///
/// Written as a C2SP tlog-checkpoint, which is a C2SP signed note:
///
///     imrd
///     42
///     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
///
///     — imrd Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
///
/// Source: c2sp.org/tlog-checkpoint and c2sp.org/signed-note.
package struct Checkpoint: Hashable, Sendable {
    /// The log's name.
    package let origin: String
    /// The number of lines.
    package let size: Int
    /// The root over them.
    package let root: TreeHash

    /// A checkpoint.
    package init(origin: String, size: Int, root: TreeHash) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// What is signed: three lines.
    package var body: String { "\(origin)\n\(size)\n\(Base64.encode(root.bytes))\n" }

    /// The whole note, signed.
    package func signed(by key: SigningKey) throws -> String {
        let signature = Base64.encode(key.verifier.hash + (try key.sign(body)))
        return "\(body)\n\u{2014} \(key.verifier.name) \(signature)\n"
    }

    /// Reads a note and checks its signature.
    ///
    /// Strict: numbers and base 64 in their one canonical form, no extension lines. Signatures of other keys, such as
    /// those of witnesses, are allowed beside the one that is asked for.
    /// - Parameters:
    ///   - note: The text of the file.
    ///   - key: The key that must have signed it.
    package init(_ note: String, signedBy key: VerifierKey) throws(CheckpointFailure) {
        let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 6, lines[3].isEmpty, lines.last == "", !note.utf8.contains(0x0D) else {
            throw .malformed("it has not three lines, an empty line and a signature")
        }
        guard VerifierKey.isName(String(lines[0])) else { throw .malformed("line 1 is no origin") }
        guard let size = Int(lines[1]), size >= 0, String(size) == lines[1] else {
            throw .malformed("line 2 is no number of lines")
        }
        guard let root = Base64.decode(lines[2]).flatMap({ TreeHash($0) }) else {
            throw .malformed("line 3 is no root")
        }
        self.init(origin: String(lines[0]), size: size, root: root)
        guard origin == key.name else { throw .otherOrigin(origin) }
        var isSigned = false
        for line in lines[4...].dropLast() {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "\u{2014}", VerifierKey.isName(String(parts[1])),
                let signature = Base64.decode(parts[2]), signature.count > 4
            else { throw .malformed("a signature line is damaged") }
            guard parts[1] == key.name, Array(signature.prefix(4)) == key.hash else { continue }
            guard key.isValid(Array(signature.dropFirst(4)), over: body) else { throw .badSignature }
            isSigned = true
        }
        if !isSigned { throw .notSigned }
    }
}

/// Why a checkpoint cannot be believed.
package enum CheckpointFailure: Error, Hashable, CustomStringConvertible {
    /// It is not written as a checkpoint is.
    case malformed(String)
    /// It is the checkpoint of another log.
    case otherOrigin(String)
    /// The signature does not belong to this text.
    case badSignature
    /// The key that was asked for has not signed it.
    case notSigned

    /// Half a sentence.
    package var description: String {
        switch self {
        case .malformed(let what): "is no checkpoint: \(what)"
        case .otherOrigin(let origin): "belongs to another log, \"\(origin)\""
        case .badSignature: "has a signature that does not fit its text"
        case .notSigned: "is not signed by the key of this log"
        }
    }
}
