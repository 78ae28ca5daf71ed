import AuditLog
import Records

/// `{"request":"events","from":41}`: the audit entries from a number on, at most 256 of them, as they stand in the log.
///
/// The answer is `{"events":[…],"next":N}`; without `from` there are none, and `next` is where the log ends.
struct EventsRequest: FilingRequest {
    static let name = "events"
    private static let most = 256
    private let from: Int?

    init(_ members: ControlMembers) throws(CommandFailure) { from = try members.optionalInteger("from") }

    func answer(on engine: isolated FilingEngine, _ context: ControlContext) async throws -> JSON {
        var events: [JSON] = []
        let end = engine.entryCount
        let from = from ?? end
        if from < end {
            try engine.reader.entries(from: from) { entry in
                events.append(entry.json)
                return events.count < Self.most
            }
        }
        return .object(["events": .array(events), "next": .integer(from + events.count)])
    }
}
