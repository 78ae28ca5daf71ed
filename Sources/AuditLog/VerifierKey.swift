import Crypto

/// The public key of a log, in the form that the world may know: `name+hash+key`.
///
/// Source: C2SP signed-note, "verifier keys"; the hash is the first four bytes of SHA-256 over name, newline, 0x01 and key.
package struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
    /// The key's name, which is the log's origin.
    package let name: String
    /// The 32 bytes of the Ed25519 key.
    package let bytes: [UInt8]

    /// A key; nil when the name is empty or holds white space or a plus sign, or the key has not 32 bytes.
    package init?(name: String, bytes: [UInt8]) {
        guard VerifierKey.isName(name), bytes.count == 32 else { return nil }
        self.name = name
        self.bytes = bytes
    }

    /// A key from its text, with or without a newline at the end; nil when the text is none.
    package init?(_ text: String) {
        let line = text.hasSuffix("\n") ? text.dropLast() : text[...]
        let parts = line.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let data = Base64.decode(parts[2]), data.first == VerifierKey.algorithm,
            let key = VerifierKey(name: String(parts[0]), bytes: Array(data.dropFirst())), key.description == line
        else { return nil }
        self = key
    }

    static let algorithm: UInt8 = 0x01

    /// The four bytes that stand before each signature of this key.
    package var hash: [UInt8] {
        Array(SHA256.hash(data: Array(name.utf8) + [0x0A, VerifierKey.algorithm] + bytes).prefix(4))
    }

    /// The text of `key.pub`, without a newline.
    package var description: String {
        name + "+" + hexadecimal(hash) + "+" + Base64.encode([VerifierKey.algorithm] + bytes)
    }

    /// Whether this key made the signature over the text.
    package func isValid(_ signature: [UInt8], over text: String) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signature, for: Array(text.utf8))
    }

    /// Whether a text may name a key.
    package static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.unicodeScalars.allSatisfy { $0 != "+" && $0.value > 0x20 && !$0.properties.isWhitespace }
    }
}

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
