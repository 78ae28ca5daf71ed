import Records

/// `{"request":"reindex"}`: makes the register again from archive and audit log, while filing goes on.
struct ReindexRequest: FilingRequest {
    static let name = "reindex"

    init(_ members: ControlMembers) {}

    func answer(on engine: isolated FilingEngine, _ context: ControlContext) async throws -> JSON {
        try await engine.rebuildRegister(actor: context.actor)
        return .object(["entries": .integer(engine.entryCount)])
    }
}
