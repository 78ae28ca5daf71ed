import Records

/// `{"request":"metrics"}`: `{"metrics":"…"}`, the text that Prometheus reads.
struct MetricsRequest: ControlRequest {
    static let name = "metrics"

    init(_ members: ControlMembers) {}

    func answer(_ context: ControlContext) async throws -> JSON {
        .object(["metrics": .string(context.status.metrics())])
    }
}
