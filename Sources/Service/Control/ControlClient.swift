import LinuxSystem
package import Records
import SystemPackage

/// Asks the daemon, as `imrd status` and the review site do.
package struct ControlClient: Sendable {
    private let path: String

    /// A client of the daemon with these settings.
    package init(settings: Settings) { path = settings.locations.control }

    /// Asks for something; nil when no daemon listens.
    /// - Parameters:
    ///   - request: The name of the request.
    ///   - members: What it takes, such as `arrival`.
    ///   - actor: On whose behalf; nil for the user of this process.
    ///   - patience: How long the answer may take; nil for as long as the daemon runs.
    /// - Throws: `CommandFailure`: what the daemon answered, or why it did not.
    package func ask(
        _ request: String, _ members: [JSON.Member] = [], actor: String? = nil, patience: Duration? = .seconds(30)
    ) throws(CommandFailure) -> JSON? {
        let named = actor.map { [JSON.Member("actor", .string($0))] } ?? []
        let line = Self.line(request, members + named)
        guard line.count <= ControlSocket.longestRequest else {
            throw CommandFailure(.usage, "this is too long for one request; ask for less at a time")
        }
        guard let answer = try exchange(line, patience) else { return nil }
        return try Self.result(of: answer)
    }

    /// A request as it goes over the socket, without newline.
    static func line(_ request: String, _ members: [JSON.Member]) -> [UInt8] {
        JSON.object([JSON.Member("request", .string(request))] + members).bytes
    }

    /// The answer, unless it tells of a failure, which is thrown then.
    static func result(of answer: JSON) throws(CommandFailure) -> JSON {
        guard let error = answer["error"]?.text else { return answer }
        let code = answer["code"]?.integer.flatMap { CommandFailure.Code(rawValue: Int32(truncatingIfNeeded: $0)) }
        throw CommandFailure(code ?? .failed, error)
    }

    private func exchange(_ line: [UInt8], _ patience: Duration?) throws(CommandFailure) -> JSON? {
        do throws(SystemFailure) {
            let connection = try UnixSocket.connect(to: path)
            try connection.send(line + [0x0A], by: .now + .seconds(10))
            let answer = try connection.readLine(most: 1 << 30, by: patience.map { .now + $0 })
            if let answer, let json = try? JSON(reading: answer) { return json }
        } catch {
            switch error.errno {
            case .noSuchFileOrDirectory, .connectionRefused: return nil
            case .permissionDenied, .notPermitted:
                throw CommandFailure(
                    .noPermission, "\(error); only the daemon's own user and group may ask it: use sudo -u imrd")
            default: throw CommandFailure(.unavailable, "\(error); look at \"imrd status\", then ask again")
            }
        }
        throw CommandFailure(.unavailable, "the daemon ended before it answered; look at \"imrd status\"")
    }
}
