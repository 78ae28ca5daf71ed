import Crypto
import Records

/// A checkpoint as the verifier reads it: on its own, line by line, sharing nothing with the writer but base 64.
struct VerifierNote {
    let size: Int
    /// The 32 bytes of the root.
    let root: [UInt8]

    /// A note whose signature holds; otherwise the sentence that says why not.
    static func read(_ bytes: [UInt8], key text: String) -> Result<VerifierNote, Refusal> {
        let keyParts = text.split(separator: "\n").first?.split(separator: "+", maxSplits: 2) ?? []
        guard keyParts.count == 3, let keyData = Base64.decode(keyParts[2]), keyData.count == 33, keyData[0] == 1,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: keyData.dropFirst())
        else { return .failure(Refusal("the public key is none of the form name+hash+key")) }
        let name = Array(keyParts[0].utf8)
        let mark = Array(SHA256.hash(data: name + [0x0A] + keyData)).prefix(4)

        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        guard lines.count > 5, lines[3].isEmpty, lines.last == [] else {
            return .failure(Refusal("it has not three lines, an empty line and a signature"))
        }
        let signed = Array(lines[0...2].joined(separator: [0x0A])) + [0x0A]
        let sizeText = String(decoding: lines[1], as: UTF8.self)
        guard lines[0] == name else { return .failure(Refusal("its origin is not the key's name")) }
        guard let size = Int(sizeText), size >= 0, String(size).utf8.elementsEqual(lines[1]),
            let root = Base64.decode(String(decoding: lines[2], as: UTF8.self)), root.count == 32
        else { return .failure(Refusal("its size or its root is none")) }
        var holds = false
        for line in lines[4..<(lines.count - 1)] {
            let start = Array("\u{2014} ".utf8)
            guard line.starts(with: start), let space = line.lastIndex(of: 0x20), space > start.count,
                let data = Base64.decode(String(decoding: line[(space + 1)...], as: UTF8.self)), data.count > 4
            else { return .failure(Refusal("a signature line is damaged")) }
            if Array(line[start.count..<space]) == name, data.prefix(4) == mark {
                if holds { return .failure(Refusal("it is signed twice by this key")) }
                holds = key.isValidSignature(data.dropFirst(4), for: signed)
                if !holds { return .failure(Refusal("its signature does not fit its text")) }
            }
        }
        return holds
            ? .success(VerifierNote(size: size, root: root))
            : .failure(Refusal("the key \(keyParts[0])+\(keyParts[1]) has not signed it"))
    }

    /// Why a note is not believed.
    struct Refusal: Error {
        let sentence: String
        init(_ sentence: String) { self.sentence = sentence }
    }
}
