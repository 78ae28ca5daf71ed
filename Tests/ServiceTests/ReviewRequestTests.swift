import Testing

@testable import Service

@Suite("A reviewer's act on the control socket")
struct ReviewRequestTests {
    static func read(_ members: String) throws {
        _ = try ControlDeskTests.read(#"{"request":"review",\#(members)}"#)
    }

    @Test(
        "is taken when it says all that is needed",
        arguments: [
            #""act":"acknowledge","findings":["41.2","41.3"]"#,
            #""act":"resolve","findings":["41.2"],"comment":"Corrected by phone.""#,
            #""act":"dismiss","findings":["41.2"],"reason":"known""#,
            #""act":"dismiss","findings":["41.2"],"reason":"other","comment":"A test letter.""#,
            #""act":"comment","letter":41,"comment":"Asked the office.""#,
            #""act":"receipt","letter":41,"receivedOn":"2026-11-18","reason":"The paper came first.""#,
            #""act":"done","letter":41,"item":1"#, #""act":"viewed","letter":41"#,
        ])
    func taken(members: String) throws { try Self.read(members) }

    @Test(
        "is refused with what is missing",
        arguments: [
            // No act, or none that there is.
            (#""findings":["41.2"]"#, "lacks \"act\""), (#""act":"delete","findings":["41.2"]"#, "is no act"),
            // No finding, or none that can be.
            (#""act":"resolve""#, "name the findings"), (#""act":"resolve","findings":["41"]"#, "is no finding"),
            (#""act":"resolve","findings":["41.0"]"#, "is no finding"),
            (#""act":"resolve","findings":"41.2""#, "no list of texts"),
            // A dismissal without a reason, with another one, with "other" and nothing said.
            (#""act":"dismiss","findings":["41.2"]"#, "needs a reason"),
            (#""act":"dismiss","findings":["41.2"],"reason":"because""#, "needs a reason"),
            (#""act":"dismiss","findings":["41.2"],"reason":"other""#, "needs a comment"),
            (#""act":"dismiss","findings":["41.2"],"reason":"other","comment":" \n ""#, "needs a comment"),
            // An empty comment; one on nothing.
            (#""act":"comment","findings":["41.2"],"comment":"""#, "no comment"),
            (#""act":"comment","comment":"Well.""#, "findings or a letter"),
            // A receipt without reason, or on no day.
            (#""act":"receipt","letter":41,"receivedOn":"2026-11-18""#, "needs a reason"),
            (#""act":"receipt","letter":41,"receivedOn":"2026-02-30","reason":"x""#, "is no day"),
            // A letter that is no number.
            (#""act":"viewed","letter":"41""#, "no whole number"),
        ])
    func refused(members: String, why: String) throws {
        let failure = try #require(throws: CommandFailure.self) { try Self.read(members) }
        #expect(failure.code == .usage)
        #expect(failure.description.contains(why), "\(failure)")
    }

    @Test("a comment of 4000 bytes is taken, one more is refused with both numbers")
    func length() throws {
        func comment(_ count: Int) -> String {
            #""act":"comment","letter":1,"comment":"\#(String(repeating: "x", count: count))""#
        }
        try Self.read(comment(4000))
        let failure = try #require(throws: CommandFailure.self) { try Self.read(comment(4001)) }
        #expect(failure.description.contains("4001"))
        #expect(failure.description.contains("4000"))
    }
}
