import Determinations
import Records

/// `{"request":"release","arrival":"…"}`: puts a held file through again; its new outcome follows in the audit log.
struct ReleaseRequest: FilingRequest {
    static let name = "release"
    private let arrival: ArrivalIdentifier

    init(_ members: ControlMembers) throws(CommandFailure) { arrival = try members.arrival() }

    func answer(on engine: isolated FilingEngine, _ context: ControlContext) async throws -> JSON {
        let claim = try engine.release(arrival, actor: context.actor)
        let seq = engine.entryCount - 1
        await context.stages.claimed.put(claim)
        return .object(["arrival": .string(arrival.description), "seq": .integer(seq)])
    }
}
