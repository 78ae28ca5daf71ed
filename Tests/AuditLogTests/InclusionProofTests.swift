import AuditLog
import Crypto
import Determinations
import Foundation
import Records
import Testing

@Suite("InclusionProof")
struct InclusionProofTests {
    let folder: TemporaryLog
    let letter = Array("a letter".utf8)

    init() throws { folder = try TemporaryLog() }

    private func filedLog() throws -> (JSON, VerifierKey) {
        let log = try folder.fill(5)
        let hash = hexadecimal(Array(SHA256.hash(data: letter)))
        let fields = [
            JSON.Member("arrival", .string(TemporaryLog.arrival(99).description)),
            JSON.Member("name", .string("a\u{202E}\"\n\u{E9}.pdf")), JSON.Member("sha256", .string(hash)),
        ]
        _ = try log.append([AuditEntry(.filed, time: TemporaryLog.noon, fields: fields)])
        _ = try log.append([TemporaryLog.filed(7)])
        let proof = try InclusionProof.prove(
            TemporaryLog.arrival(99), folder: folder.path, publicKey: log.verifier)
        return (try JSON(reading: proof.bytes), log.verifier)
    }

    @Test("a letter is proved with its bytes, the proof and the key alone")
    func holds() throws {
        let (proof, key) = try filedLog()
        #expect(try InclusionProof.check(proof, letter: letter, publicKey: key)["seq"]?.integer == 5)
    }

    @Test("another letter, another key, and every changed member prove nothing")
    func refused() throws {
        let (proof, key) = try filedLog()
        #expect(throws: InclusionProof.Failure.otherLetter) {
            try InclusionProof.check(proof, letter: letter + [0], publicKey: key)
        }
        let other = try #require(SigningKey(newNamed: "imrd")).verifier
        #expect(throws: InclusionProof.Failure.checkpoint(.notSigned)) {
            try InclusionProof.check(proof, letter: letter, publicKey: other)
        }
        let line = try #require(proof["line"]?.text)
        let changes: [(String, JSON)] = [
            ("line", .string(line + " ")), ("seq", .integer(4)), ("size", .integer(6)), ("hashes", .array([])),
            ("checkpoint", .string("")),
        ]
        for (key_, value) in changes {
            let changed = JSON.object(proof.members.map { $0.key == key_ ? JSON.Member(key_, value) : $0 })
            #expect(throws: InclusionProof.Failure.self, "\(key_)") {
                try InclusionProof.check(changed, letter: letter, publicKey: key)
            }
        }
    }

    @Test("an arrival that was never filed has no proof")
    func notFiled() throws {
        let log = try folder.fill(2)
        #expect(throws: InclusionProof.Failure.notFiled(TemporaryLog.arrival(50))) {
            try InclusionProof.prove(TemporaryLog.arrival(50), folder: folder.path, publicKey: log.verifier)
        }
    }
}
