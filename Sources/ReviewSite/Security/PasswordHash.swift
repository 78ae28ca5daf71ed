import Crypto
import CryptoExtras
import Foundation
import Records

/// A password as it is kept: salted and hashed with scrypt (RFC 7914), with the costs it was hashed with.
package struct PasswordHash: Hashable, Sendable {
    let salt: [UInt8]
    let key: [UInt8]
    let rounds: Int
    let blockSize: Int
    let parallelism: Int

    /// Hashes a password with a new random salt.
    ///
    /// One hash takes 16 MiB and some 200 ms. Source: OWASP Password Storage Cheat Sheet (N=2^14, r=8, p=5).
    /// - Parameter rounds: N, a power of two; fewer than the standard make sense in tests alone.
    package init(of password: String, rounds: Int = 1 << 14) throws {
        var generator = SystemRandomNumberGenerator()
        salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
        (self.rounds, blockSize, parallelism) = (rounds, 8, 5)
        key = try Self.derive(password, salt, rounds, blockSize, parallelism)
    }

    /// Whether this is the password; takes equally long for a right and a wrong one.
    package func matches(_ password: String) -> Bool {
        guard let other = try? Self.derive(password, salt, rounds, blockSize, parallelism) else { return false }
        return zip(key, other).reduce(UInt8(key.count == other.count ? 0 : 1)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// What people type differs in form from machine to machine; NFKC makes it one. Source: NIST SP 800-63B-4, 3.1.1.2.
    private static func derive(
        _ password: String, _ salt: [UInt8], _ rounds: Int, _ blockSize: Int, _ parallelism: Int
    ) throws -> [UInt8] {
        let text = Data(password.precomposedStringWithCompatibilityMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: text, salt: salt, outputByteCount: 32, rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        return unsafe key.withUnsafeBytes { unsafe Array($0) }
    }
}

extension PasswordHash {
    /// The hash from its object in the file of reviewers; nil when it is none or its costs are unreasonable.
    init?(_ json: JSON) {
        guard let salt = json["salt"]?.text.flatMap({ Data(base64Encoded: $0) }), salt.count >= 16,
            let key = json["key"]?.text.flatMap({ Data(base64Encoded: $0) }), key.count == 32,
            let rounds = json["rounds"]?.integer, let blockSize = json["blockSize"]?.integer,
            let parallelism = json["parallelism"]?.integer, (1 << 10...1 << 20).contains(rounds),
            (1...32).contains(blockSize), (1...16).contains(parallelism)
        else { return nil }
        self.salt = Array(salt)
        self.key = Array(key)
        (self.rounds, self.blockSize, self.parallelism) = (rounds, blockSize, parallelism)
    }

    /// The object in the file of reviewers.
    var json: JSON {
        .object([
            "salt": .string(Data(salt).base64EncodedString()), "key": .string(Data(key).base64EncodedString()),
            "rounds": .integer(rounds), "blockSize": .integer(blockSize), "parallelism": .integer(parallelism),
        ])
    }
}
