import LinuxSystem
import Testing

@testable import Service

@Suite("What is asked on the control socket")
struct ControlDeskTests {
    static let stranger = ControlCaller(user: 4_000_000_000, name: "clerk")
    static let site = ControlCaller(user: 4_000_000_001, name: "imrd-serve")

    static func read(_ line: String, from caller: ControlCaller = stranger) throws -> (any ControlRequest, String) {
        try ControlDesk.read(Array(line.utf8), from: caller, trusted: ["imrd-serve"])
    }

    @Test("no two requests have the same name")
    func names() {
        let names = ControlDesk.requests.map { $0.name }
        #expect(Set(names).count == names.count)
    }

    @Test("who asks acts under their own name")
    func ownName() throws {
        let (request, actor) = try Self.read(#"{"request":"status"}"#)
        #expect(request is StatusRequest)
        #expect(actor == "clerk")
    }

    @Test(
        "is refused with a line that says why, and the exit code for wrong usage",
        arguments: [
            // Nothing.
            ("", "no JSON"),
            // No JSON.
            ("status", "no JSON"),
            // Cut short.
            (#"{"request":"status""#, "no JSON"),
            // Two values.
            (#"{"request":"status"} {}"#, "no JSON"),
            // No object.
            ("[]", "no request"),
            // An object without a request.
            ("{}", "no request"),
            // A request that is no text.
            (#"{"request":1}"#, "no request"),
            // No such request.
            (#"{"request":"format-disk"}"#, "no request; there are "),
            // An actor that is no text.
            (#"{"request":"status","actor":7}"#, "\"actor\" is no text"),
        ])
    func refused(line: String, why: String) throws {
        let failure = try #require(throws: CommandFailure.self) { _ = try Self.read(line) }
        #expect(failure.code == .usage)
        #expect(failure.description.contains(why), "\(failure)")
    }

    @Test("the review site names the reviewer")
    func reviewer() throws {
        #expect(try Self.read(#"{"request":"status","actor":"M. Ortiz"}"#, from: Self.site).1 == "M. Ortiz")
    }

    @Test("root and the daemon's own user may name another")
    func owners() throws {
        for user in [0, Processes.effectiveUser] {
            let caller = ControlCaller(user: user)
            #expect(try Self.read(#"{"request":"status","actor":"ortiz"}"#, from: caller).1 == "ortiz")
        }
    }

    @Test("nobody else may act for another")
    func forger() throws {
        let failure = try #require(throws: CommandFailure.self) {
            _ = try Self.read(#"{"request":"status","actor":"ortiz"}"#)
        }
        #expect(failure.code == .noPermission)
    }

    @Test(
        "a name that nobody can have is refused",
        arguments: [
            // Empty.
            "",
            // The daemon itself.
            "imrd",
            // A line break, which would show as two actors.
            #"a\nb"#,
            // Turns the direction of what follows.
            #"a\u202eb"#,
            // Too long.
            String(repeating: "a", count: 101),
        ])
    func badName(name: String) throws {
        let failure = try #require(throws: CommandFailure.self) {
            _ = try Self.read(#"{"request":"status","actor":"\#(name)"}"#, from: Self.site)
        }
        #expect(failure.code == .usage)
    }
}
