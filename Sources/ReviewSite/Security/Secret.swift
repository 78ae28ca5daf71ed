import Crypto
import Foundation

/// Random texts that nobody can guess, and their comparison.
enum Secret {
    /// 256 random bits as 43 characters of base64url.
    static func make() -> String {
        let key = SymmetricKey(size: .bits256)
        return Data(unsafe key.withUnsafeBytes { unsafe Array($0) }).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    /// What is kept of a secret, so that who reads the memory of sessions cannot take one over.
    static func digest(_ secret: String) -> [UInt8] { Array(SHA256.hash(data: Data(secret.utf8))) }

    /// Whether two secrets are the same; how long it takes says nothing about where they differ.
    static func areEqual(_ one: String, _ other: String) -> Bool { digest(one) == digest(other) }
}
