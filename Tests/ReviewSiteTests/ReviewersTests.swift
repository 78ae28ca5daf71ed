import Foundation
import Testing

@testable import ReviewSite

@Suite("Reviewers and passwords")
struct ReviewersTests {
    @Test(
        "a password that is easily guessed is refused",
        arguments: [
            // Too short by one character.
            ("abcdefgh 12345", true),
            // Just long enough.
            ("abcdefgh 123456", false),
            // Long, but of few characters.
            ("abababababababab", true),
            // It holds the name, in either case.
            ("my name is ANA-MARIA", true),
            // A character that a browser would send otherwise.
            ("four random words\u{7}", true),
            // One that would take long to hash.
            (String(repeating: "long words ", count: 100), true),
            // Not everybody writes Latin.
            ("четыре слова наугад", false),
        ])
    func rule(password: String, isRefused: Bool) {
        #expect((PasswordRule.objection(to: password, of: "ana-maria") != nil) == isRefused)
    }

    @Test("a hash knows its password in every form of Unicode, no other, and is salted")
    func hash() throws {
        let hash = try PasswordHash(of: "caf\u{E9} with four words", rounds: 1 << 10)
        #expect(hash.matches("cafe\u{301} with four words"))
        #expect(!hash.matches("cafe with four words"))
        #expect(try PasswordHash(of: "caf\u{E9} with four words", rounds: 1 << 10) != hash)
        #expect(PasswordHash(hash.json) == hash)
    }

    @Test("reviewers are added, listed and removed; the file holds no password and is not for everybody")
    func file() throws {
        let folder = NSTemporaryDirectory() + "/imrd-reviewers-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let reviewers = Reviewers(path: folder + "/reviewers.json")
        #expect(throws: Never.self) { try reviewers.add("bea", password: InventedOffice.password) }
        try reviewers.add("ana", password: InventedOffice.password)
        #expect(try reviewers.all().map(\.name) == ["ana", "bea"])
        let text = try String(contentsOfFile: folder + "/reviewers.json", encoding: .utf8)
        #expect(!text.contains(InventedOffice.password))
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/reviewers.json")[.posixPermissions]
        #expect((mode as? Int).map { $0 & 0o027 } == 0)
        #expect(
            Reviewers(path: folder + "/reviewers.json").reviewer("bea")?.password.matches(InventedOffice.password)
                == true)
        try reviewers.remove("bea")
        #expect(try reviewers.all().map(\.name) == ["ana"])
        #expect(throws: ReviewersFailure.self) { try reviewers.remove("bea") }
    }

    @Test(
        "a name that could be taken for another is refused", arguments: ["", "imrd", "Ana", "1a", "a b", "añа", "a/b"])
    func names(name: String) {
        #expect(!Reviewers.isName(name))
    }
}
