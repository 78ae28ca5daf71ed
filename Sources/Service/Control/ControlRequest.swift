import Records

/// Something that a local process may ask of the daemon: `{"request":"NAME",…}` on a line of the control socket.
///
/// One file for each request; `ControlDesk.requests` lists them. What changes the state must not suspend on the way:
/// then nothing comes between it and the batches of letters.
protocol ControlRequest: Sendable {
    /// The value of `request` that asks for it.
    static var name: String { get }

    /// Takes what it needs from the members of the request.
    /// - Throws: `CommandFailure` (`usage`) for members that are missing or cannot be.
    init(_ members: ControlMembers) throws(CommandFailure)

    /// Does it.
    /// - Returns: The answer, an object.
    /// - Throws: `CommandFailure` for what the caller must know; any failure of archive or audit log ends the daemon.
    func answer(_ context: ControlContext) async throws -> JSON
}

/// A request that is answered on the filing thread, between two batches; what only shows something does not wait for that.
protocol FilingRequest: ControlRequest {
    /// Does it, as `answer` without the engine.
    func answer(on engine: isolated FilingEngine, _ context: ControlContext) async throws -> JSON
}

extension FilingRequest {
    func answer(_ context: ControlContext) async throws -> JSON { try await answer(on: context.engine, context) }
}

/// What a request may know beside its own members.
struct ControlContext: Sendable {
    /// Whom it concerns.
    let engine: FilingEngine
    /// Who acts, as the audit log names them.
    let actor: String
    /// The daemon, for people.
    let status: StatusReport
    /// The way to be read and filed.
    let stages: Stages
}
