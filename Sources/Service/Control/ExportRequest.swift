import AuditLog
import Records

/// `{"request":"export","list":"anomalies","count":120}`: somebody takes a list with them, which is logged.
struct ExportRequest: FilingRequest {
    static let name = "export"
    private static let lists = ["anomalies", "deadlines", "letters"]

    private let list: String
    private let count: Int

    init(_ members: ControlMembers) throws(CommandFailure) {
        list = try members.text("list")
        count = try members.optionalInteger("count") ?? 0
        guard Self.lists.contains(list) else {
            throw CommandFailure(.usage, "there is no such list; there are \(Self.lists.joined(separator: ", "))")
        }
    }

    func answer(on engine: isolated FilingEngine, _ context: ControlContext) async throws -> JSON {
        try engine.record([
            AuditEntry(
                .exported, actor: context.actor, time: FilingEngine.now,
                fields: [JSON.Member("list", .string(list)), JSON.Member("count", .integer(count))])
        ])
        return .object(["done": .integer(1)])
    }
}
