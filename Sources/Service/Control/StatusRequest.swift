import Records

/// `{"request":"status"}`: what `imrd status` shows.
struct StatusRequest: ControlRequest {
    static let name = "status"

    init(_ members: ControlMembers) {}

    func answer(on engine: isolated FilingEngine, _ context: ControlContext) async throws -> JSON {
        await context.status.json()
    }
}
