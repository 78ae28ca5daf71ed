import Archive
import AuditLog
import Records

/// Answers the requests of local processes: reads the line, knows who asks, and lets the request do its work.
struct ControlDesk: Sendable {
    /// Every request that there is.
    static let requests: [any ControlRequest.Type] = [
        DiscardRequest.self, EventsRequest.self, ExportRequest.self, KnownRequest.self, MetricsRequest.self,
        NoteRequest.self, ReindexRequest.self, ReleaseRequest.self, ReviewRequest.self, StatusRequest.self,
    ]

    let engine: FilingEngine
    let status: StatusReport
    let stages: Stages
    /// Told of a failure after which the daemon must not go on.
    let onFailure: @Sendable (any Error) -> Void

    /// The answer to one line: an object, `{"error":"…","code":…}` when it cannot be done; the code is an exit code.
    func answer(_ line: [UInt8], from caller: ControlCaller) async -> JSON {
        do {
            let (request, actor) = try Self.read(line, from: caller, trusted: status.settings.trustedUsers)
            return try await request.answer(
                ControlContext(engine: engine, actor: actor, status: status, stages: stages))
        } catch {
            if Self.endsDaemon(error) { onFailure(error) }
            return Self.answer(CommandFailure(error))
        }
    }

    /// The answer that tells of a failure.
    static func answer(_ failure: CommandFailure) -> JSON {
        .object(["error": .string(failure.description), "code": .integer(Int(failure.code.rawValue))])
    }

    /// The request in a line, and who acts.
    static func read(
        _ line: [UInt8], from caller: ControlCaller, trusted: [String]
    ) throws(CommandFailure) -> (request: any ControlRequest, actor: String) {
        let object: JSON
        do { object = try JSON(reading: line) } catch {
            throw CommandFailure(.usage, "the request is no JSON (\(error)); write one object on one line")
        }
        guard let name = object["request"]?.text else {
            throw CommandFailure(.usage, "this is no request; write an object such as {\"request\":\"status\"}")
        }
        guard let kind = requests.first(where: { $0.name == name }) else {
            let names = requests.map { $0.name }.joined(separator: ", ")
            throw CommandFailure(.usage, "\"\(Terminal.safe(name.prefix(100)))\" is no request; there are \(names)")
        }
        let members = ControlMembers(object)
        let actor = try caller.actor(naming: try members.optionalText("actor"), trusted: trusted)
        return (try kind.init(members), actor)
    }

    /// After a failure of what is promised only a new start helps, as for a batch of letters; what cannot be read is told.
    private static func endsDaemon(_ error: any Error) -> Bool {
        switch error {
        case let failure as ArchiveFailure: [.syncFailed, .incident, .damaged].contains(failure.code)
        case AuditLogFailure.system, AuditLogFailure.inDoubt: true
        default: false
        }
    }
}
