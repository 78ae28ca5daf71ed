import Crypto

/// The private key of a log and the form in which it is kept: `PRIVATE+KEY+name+hash+key`.
///
/// Source: the Go package golang.org/x/mod/sumdb/note, whose tools read and write the same form.
package struct SigningKey: Sendable {
    /// What others need to check signatures.
    package let verifier: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    private static let prefix = "PRIVATE+KEY+"

    /// A new key; nil when the name may not name a key.
    package init?(newNamed name: String) { self.init(name: name, key: Curve25519.Signing.PrivateKey()) }

    /// A key from its text, with or without a newline at the end; nil when the text is none.
    package init?(_ text: String) {
        let line = text.hasSuffix("\n") ? text.dropLast() : text[...]
        guard line.hasPrefix(SigningKey.prefix) else { return nil }
        let parts = line.dropFirst(SigningKey.prefix.count)
            .split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let data = Base64.decode(parts[2]), data.first == VerifierKey.algorithm,
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: data.dropFirst())
        else { return nil }
        self.init(name: String(parts[0]), key: key)
        if hexadecimal(verifier.hash) != parts[1] { return nil }
    }

    private init?(name: String, key: Curve25519.Signing.PrivateKey) {
        guard let verifier = VerifierKey(name: name, bytes: Array(key.publicKey.rawRepresentation)) else { return nil }
        self.verifier = verifier
        self.key = key
    }

    /// The text of the key file, without a newline. It is a secret.
    package var text: String {
        SigningKey.prefix + verifier.name + "+" + hexadecimal(verifier.hash) + "+"
            + Base64.encode([VerifierKey.algorithm] + Array(key.rawRepresentation))
    }

    /// The 64 bytes of the Ed25519 signature over a text.
    package func sign(_ text: String) throws -> [UInt8] { Array(try key.signature(for: Array(text.utf8))) }
}
