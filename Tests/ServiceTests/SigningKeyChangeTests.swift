import AuditLog
import Foundation
import Records
import Testing

@testable import Service

@Suite("The key that signs the log")
struct SigningKeyChangeTests {
    @Test("is made at the first start, private; another one handed over is logged, and both are verified")
    func changed() async throws {
        let state = try RunningDaemon()
        _ = try await state.run(claims: false) { _ in }
        let audit = state.settings.locations.log + "/audit"
        let mode = try FileManager.default.attributesOfItem(atPath: audit + "/key")[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let old = try String(contentsOfFile: audit + "/checkpoint", encoding: .utf8)
        let oldKey = try String(contentsOfFile: audit + "/key.pub", encoding: .utf8)

        let handedOver = state.path + "/signing-key"
        let key = try #require(SigningKey(newNamed: state.settings.origin))
        try Data((key.text + "\n").utf8).write(to: URL(fileURLWithPath: handedOver))
        for _ in 0..<2 {
            _ = try await state.run(key: handedOver) { _ in }
        }
        let changes = try state.events("key-changed")
        #expect(changes.count == 1)
        #expect(changes[0]["old"]?.text == oldKey.trimmingCharacters(in: .newlines))
        #expect(changes[0]["new"]?.text == key.verifier.description)
        #expect(try String(contentsOfFile: audit + "/key.pub", encoding: .utf8) == "\(key.verifier)\n")

        try Data(old.utf8).write(to: URL(fileURLWithPath: state.path + "/old"))
        let command = VerifyCommand(settings: state.settings, key: nil, since: state.path + "/old")
        let (text, isSound) = try command.run(json: false) { _, _ in }
        #expect(isSound, "\(text)")
    }
}
