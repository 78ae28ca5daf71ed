import Records

/// `{"request":"metrics"}`: `{"metrics":"…"}`, the text that Prometheus reads.
struct MetricsRequest: ControlRequest {
    static let name = "metrics"

    init(_ members: ControlMembers) {}

    func answer(on engine: isolated FilingEngine, _ context: ControlContext) async throws -> JSON {
        .object(["metrics": .string(await context.status.metrics())])
    }
}
