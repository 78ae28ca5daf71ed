import Determinations
import Records
import Testing

@testable import Service

@Suite("What a line of the log means to those who are told")
struct NoticeTests {
    static let settings = Settings(locations: .below(root: "/nowhere"))

    static func entry(_ text: String) throws -> JSON { try JSON(reading: Array(text.utf8)) }

    @Test(
        "is told by its kinds",
        arguments: [
            // An error and an overturned item in one letter.
            (
                #"{"seq":1,"time":"t","event":"filed","case":"CM16-1","decisions":{"upheld":0,"overturned":2},"findings":["D01","D03"]}"#,
                [Notice.Kind.error, .overturned]
            ),
            // Findings, but none of severity error.
            (
                #"{"seq":1,"time":"t","event":"filed","case":"CM16-1","decisions":{"overturned":0},"findings":["D04"]}"#,
                []
            ),
            // A held file.
            (#"{"seq":1,"time":"t","event":"held","arrival":"01J","reason":{"code":"S08"}}"#, [.held]),
            // A full disk.
            (#"{"seq":1,"time":"t","event":"storage-full","reason":"x"}"#, [.trouble]),
            // Another key.
            (#"{"seq":1,"time":"t","event":"key-changed"}"#, [.trouble]),
            // A verification that found something, and one that did not.
            (#"{"seq":1,"time":"t","event":"verified","sound":false,"wrong":2}"#, [.trouble]),
            (#"{"seq":1,"time":"t","event":"verified","sound":true,"wrong":0}"#, []),
            // What happens every day.
            (#"{"seq":1,"time":"t","event":"started"}"#, []),
            // A duplicate.
            (#"{"seq":1,"time":"t","event":"duplicate","findings":["F01"]}"#, []),
        ])
    func kinds(line: String, kinds: [Notice.Kind]) throws {
        #expect(Notice(try Self.entry(line), Self.settings)?.kinds ?? [] == kinds)
    }

    @Test("holds no name of a file and no reason, unless that is configured")
    func names() throws {
        let entry = try Self.entry(
            #"{"seq":1,"time":"t","event":"held","arrival":"01J","name":"doe-jane.pdf","reason":{"code":"S08","message":"spine"}}"#
        )
        var settings = Self.settings
        let line = try #require(Notice(entry, settings)).json.line
        #expect(!line.contains("doe-jane") && !line.contains("spine"))
        settings.notify.details = true
        #expect(try #require(Notice(entry, settings)).json["name"]?.text == "doe-jane.pdf")
    }

    @Test("a severity that was configured counts, and a kind that is off does not")
    func configured() throws {
        let entry = try Self.entry(#"{"seq":1,"time":"t","event":"filed","case":"CM16-1","findings":["D04"]}"#)
        var settings = Self.settings
        settings.ruleSeverities = ["D04": .error]
        #expect(Notice(entry, settings)?.kinds == [.error])
        settings.notify.kinds = [.held]
        #expect(Notice(entry, settings) == nil)
    }
}
