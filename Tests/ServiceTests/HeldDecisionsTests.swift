import AuditLog
import Foundation
import LinuxSystem
import Records
import Testing

@testable import Service

@Suite("What becomes of held files")
struct HeldDecisionsTests {
    let state: RunningDaemon
    let arrival: String

    /// A letter that is held because it is larger than the limit.
    init() async throws {
        let state = try RunningDaemon()
        try state.drop(try String(contentsOfFile: Self.letter, encoding: .utf8), as: "letter \\ 1.txt")
        arrival = try await state.run(largestFile: 1024) { session in
            try await RunningDaemon.wait(for: 1, in: session)[0]["arrival"]?.text ?? ""
        }
        self.state = state
    }

    private static let letter =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/Docs/Examples/letter.txt"

    private var folder: String { state.settings.locations.held + "/" + arrival }

    private func events() throws -> [JSON] {
        try state.events("held", "released", "filed", "discarded").filter { $0["arrival"]?.text == arrival }
    }

    private func release() async throws {
        let arrival = arrival
        _ = try await state.run(claims: false) { session in
            let answer = try await session.ask(ReleaseRequest.name, [.init("arrival", .string(arrival))])
            var follower = try await EventFollower(session, from: answer["seq"]?.integer ?? 0)
            while try await !follower.wait(.seconds(20)).contains(where: { OutcomeText.of($0) != nil }) {}
        }
    }

    @Test("a released file keeps its number, its name and its day, and leaves nothing in held/")
    func released() async throws {
        try await release()
        let events = try events()
        #expect(events.map { $0["event"]?.text } == ["held", "released", "filed"])
        #expect(events[2]["name"] == events[0]["name"])
        #expect(events[2]["received"] == events[0]["received"])
        #expect(events[1]["actor"]?.text == Processes.userName(Processes.effectiveUser))
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("one that is held again has its new reason, and can be released once more")
    func again() async throws {
        try Data("no letter".utf8).write(to: URL(fileURLWithPath: folder + "/original"))
        try await release()
        try await release()
        #expect(try events().map { $0["event"]?.text } == ["held", "released", "held", "released", "held"])
        let reason = try JSON(reading: Data(contentsOf: URL(fileURLWithPath: folder + "/reason.json")))
        #expect(reason["code"]?.text == "S08")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["original", "reason.json"])
    }

    @Test("what was logged as released is read and filed by the next start")
    func recovered() async throws {
        let arrival = arrival
        // As if the process had been killed right after the entry.
        let log = try AuditLog.open(folder: state.settings.locations.log, now: 1_795_262_400_000)
        _ = try log.append([
            AuditEntry(.released, time: 1_795_262_400_000, fields: [.init("arrival", .string(arrival))])
        ])
        try Data().write(to: URL(fileURLWithPath: folder + "/leaving"))
        _ = try await state.run(claims: false) { _ in }
        #expect(try events().map { $0["event"]?.text } == ["held", "released", "filed"])
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("a mark without a decision is taken away")
    func undecided() async throws {
        try Data().write(to: URL(fileURLWithPath: folder + "/leaving"))
        _ = try await state.run(claims: false) { _ in }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["original", "reason.json"])
        #expect(try events().count == 1)
    }

    @Test("a decision that was logged and not carried out is carried out by the next start")
    func undone() async throws {
        let arrival = arrival
        _ = try await state.run(claims: false) { session in
            try await session.ask(
                DiscardRequest.name, [.init("arrival", .string(arrival)), .init("reason", .string("a fax cover"))])
        }
        // As if the process had been killed between the entry and the move.
        try FileManager.default.moveItem(
            atPath: state.settings.locations.held + "/discarded/" + arrival, toPath: folder)
        try Data().write(to: URL(fileURLWithPath: folder + "/leaving"))
        _ = try await state.run(claims: false) { _ in }
        #expect(!FileManager.default.fileExists(atPath: folder))
        let kept = state.settings.locations.held + "/discarded/" + arrival
        #expect(try FileManager.default.contentsOfDirectory(atPath: kept).sorted() == ["original", "reason.json"])
        #expect(try events().last?["reason"]?["message"]?.text == "a fax cover")
    }

    @Test(
        "what cannot be decided is refused",
        arguments: [
            // No such arrival.
            (#"{"request":"release","arrival":"01ARZ3NDEKTSV4RRFFQ69G5FAV"}"#, CommandFailure.Code.noInput),
            // No arrival at all.
            (#"{"request":"release","arrival":"../../etc"}"#, .usage),
            // No reason.
            (#"{"request":"discard","arrival":"01ARZ3NDEKTSV4RRFFQ69G5FAV"}"#, .usage),
            // An empty reason.
            (#"{"request":"discard","arrival":"01ARZ3NDEKTSV4RRFFQ69G5FAV","reason":"  "}"#, .usage),
            // An event that only the daemon may log.
            (#"{"request":"note","event":"filed","fields":{}}"#, .usage),
            // A member that every entry has.
            (#"{"request":"note","event":"verified","fields":{"seq":1}}"#, .usage),
        ])
    func refused(line: String, code: CommandFailure.Code) async throws {
        let failure = try await #require(throws: CommandFailure.self) {
            try await state.run(claims: false) { session in
                let object = try JSON(reading: line.utf8)
                let members = object.members.filter { $0.key != "request" }
                _ = try await session.ask(object["request"]?.text ?? "", members)
            }
        }
        #expect(failure.code == code)
    }
}
