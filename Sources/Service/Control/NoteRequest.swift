import AuditLog
import Records

/// `{"request":"note","event":"verified","fields":{…}}`: logs what a command did that the daemon itself did not do.
struct NoteRequest: FilingRequest {
    static let name = "note"
    private static let events: [AuditEvent] = [.verified, .rechecked]
    private static let mostBytes = 4096
    private let event: AuditEvent
    private let fields: [JSON.Member]

    init(_ members: ControlMembers) throws(CommandFailure) {
        let name = try members.text("event")
        guard let event = Self.events.first(where: { $0.rawValue == name }) else {
            let names = Self.events.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(.usage, "\"\(Terminal.safe(name.prefix(100)))\" cannot be noted; only \(names) can")
        }
        let object = try members.value("fields")
        guard case .object(let fields) = object, object.bytes.count <= Self.mostBytes,
            !fields.contains(where: { ["seq", "time", "event", "actor", "arrival"].contains($0.key) })
        else {
            throw CommandFailure(
                .usage, "\"fields\" must be an object of at most \(Self.mostBytes) bytes with names of its own")
        }
        self.event = event
        self.fields = fields
    }

    func answer(on engine: isolated FilingEngine, _ context: ControlContext) async throws -> JSON {
        let entry = try engine.note(event, actor: context.actor, fields)
        return .object(["seq": entry["seq"] ?? .null])
    }
}
