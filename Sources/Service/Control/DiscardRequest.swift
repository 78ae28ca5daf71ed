import Determinations
import Records

/// `{"request":"discard","arrival":"…","reason":"…"}`: gives a held file up; it is kept in held/discarded.
struct DiscardRequest: FilingRequest {
    static let name = "discard"
    private static let longestReason = 1000
    private let arrival: ArrivalIdentifier
    private let reason: String

    init(_ members: ControlMembers) throws(CommandFailure) {
        arrival = try members.arrival()
        reason = try members.text("reason")
        guard reason.utf8.count <= Self.longestReason, reason.contains(where: { !$0.isWhitespace }) else {
            throw CommandFailure(.usage, "a reason is needed, of at most \(Self.longestReason) bytes")
        }
    }

    func answer(on engine: isolated FilingEngine, _ context: ControlContext) async throws -> JSON {
        try engine.discard(arrival, reason: reason, actor: context.actor)
        return .object(["arrival": .string(arrival.description), "seq": .integer(engine.entryCount - 1)])
    }
}
