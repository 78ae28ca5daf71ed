import Records

/// `{"request":"status"}`: what `imrd status` shows.
struct StatusRequest: ControlRequest {
    static let name = "status"

    init(_ members: ControlMembers) {}

    func answer(_ context: ControlContext) async throws -> JSON {
        context.status.json()
    }
}
