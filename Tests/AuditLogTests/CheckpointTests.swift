import AuditLog
import Testing

@Suite("Checkpoint, SigningKey, VerifierKey")
struct CheckpointTests {
    /// The key and the note of the Go package golang.org/x/mod/sumdb/note's documentation.
    static let secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    static let published = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

    @Test("keys have the form and the hash that the Go tools give them")
    func goKeys() throws {
        let key = try #require(SigningKey(Self.secret + "\n"))
        #expect(key.verifier.description == Self.published)
        #expect(key.text == Self.secret)
        #expect(VerifierKey(Self.published) == key.verifier)
    }

    @Test("a signature of the Go tools is accepted and made again")
    func goSignature() throws {
        let key = try #require(SigningKey(Self.secret))
        let text =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
        let signature = Base64.encode(key.verifier.hash + (try key.sign(text)))
        #expect(
            signature
                == "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=")
    }

    @Test("a signed checkpoint is read back")
    func roundTrip() throws {
        let (note, key) = try signed()
        let checkpoint = try Checkpoint(note, signedBy: key)
        #expect(checkpoint == Checkpoint(origin: "imrd", size: 42, root: .leaf([1])))
        #expect(note.hasPrefix("imrd\n42\n"))
    }

    @Test("no byte of a checkpoint can be changed")
    func everyByte() throws {
        let (note, key) = try signed()
        let bytes = Array(note.utf8)
        for index in bytes.indices {
            for change in [0x01, 0x20, 0x80] as [UInt8] {
                var changed = bytes
                changed[index] ^= change
                guard let text = String(validating: changed, as: UTF8.self) else { continue }
                #expect(throws: CheckpointFailure.self, "byte \(index)") { try Checkpoint(text, signedBy: key) }
            }
        }
    }

    @Test("a signature of a witness beside the log's is allowed; alone it is not enough")
    func witnesses() throws {
        let (note, key) = try signed()
        let witness = try #require(SigningKey(newNamed: "witness.example/w1"))
        let other = Base64.encode(witness.verifier.hash + [UInt8](repeating: 0, count: 72))
        let line = "\u{2014} witness.example/w1 \(other)\n"
        #expect(try Checkpoint(note + line, signedBy: key).size == 42)
        let unsigned = note.split(separator: "\u{2014}")[0] + line
        #expect(throws: CheckpointFailure.notSigned) { try Checkpoint(String(unsigned), signedBy: key) }
    }

    @Test(
        "keys that are none are refused",
        arguments: [
            "", "imrd", "imrd+c74f20a3",  // parts are missing
            "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",  // another hash
            "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",  // a space in the name
            "PeterNeumann+c74f20a3+AhpcAA==",  // another algorithm, too short
        ])
    func badKeys(text: String) { #expect(VerifierKey(text) == nil) }

    private func signed() throws -> (String, VerifierKey) {
        let key = try #require(SigningKey(newNamed: "imrd"))
        return (try Checkpoint(origin: "imrd", size: 42, root: .leaf([1])).signed(by: key), key.verifier)
    }
}
