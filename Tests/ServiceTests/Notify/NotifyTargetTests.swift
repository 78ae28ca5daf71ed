import Foundation
import Records
import Testing

@testable import Service

@Suite("Ways to tell")
struct NotifyTargetTests {
    static func message(_ subject: String) throws -> NotifyMessage {
        let entry = try JSON(
            reading: Array(#"{"seq":7,"time":"2026-11-21T12:00:00.000Z","event":"storage-full"}"#.utf8))
        let notice = try #require(Notice(entry, Settings(locations: .below(root: "/nowhere"))))
        return NotifyMessage([notice], origin: subject)
    }

    @Test("a command gets the message as one line of JSON")
    func command() async throws {
        let file = NSTemporaryDirectory() + "/imrd-told-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: file) }
        try await CommandTarget(words: ["sh", "-c", "cat > \"$0\"", file]).tell(try Self.message("office"))
        let told = try String(contentsOfFile: file, encoding: .utf8)
        #expect(told.split(separator: "\n").count == 1)
        #expect(try JSON(reading: Array(told.utf8))["id"]?.text == "office-7-7-2026-11-21T12:00:00.000Z")
    }

    @Test(
        "a program that does not do it is a failure that says why",
        arguments: [
            // It ends with an error.
            (["sh", "-c", "echo no >&2; exit 3"], ": no"),
            // It is not there.
            (["/nowhere/program"], "cannot be run"),
            // It is not in PATH.
            (["imrd-no-such-program"], "cannot be run"),
            // Nobody is there to be told.
            (["curl", "--silent", "--show-error", "http://127.0.0.1:1/"], "onnect"),
        ])
    func failure(words: [String], why: String) async throws {
        let failure = await #expect(throws: ProgramFailure.self) { try await Program(words).run(input: "x") }
        #expect(failure?.description.contains(why) ?? false, "\(String(describing: failure))")
    }

    @Test("a value in curl's configuration cannot end it")
    func quoted() {
        #expect(PostTarget.quoted("a\"b\\c\nurl = evil") == #""a\"b\\c\nurl = evil""#)
    }

    @Test("a mail has one subject and one recipient line, whatever the text holds")
    func mail() throws {
        var settings = NotifySettings(path: "/nowhere")
        settings.mail = ["clerk@example.org"]
        let mail = MailTarget.mail(try Self.message("x\r\nBcc: all@example.org"), settings)
        let head = mail.components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n")
        #expect(head.filter { $0.hasPrefix("To: ") } == ["To: clerk@example.org"])
        #expect(!head.contains { $0.hasPrefix("Bcc") })
        #expect(head.contains { $0.hasPrefix("Subject: imrd: storage-full") })
    }
}
