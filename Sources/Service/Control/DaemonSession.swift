import LinuxSystem
import Logging
import Records
import ServiceLifecycle
import UnixSignals

/// Whom a command asks: the daemon that runs or, where none does, one that this process runs until the command is done.
struct DaemonSession: Sendable {
    private let exchange: @Sendable (String, [JSON.Member]) async throws -> JSON

    /// Asks for something, as long as it takes.
    /// - Throws: `CommandFailure`: what was answered, or why nothing was.
    func ask(_ request: String, _ members: [JSON.Member] = []) async throws -> JSON {
        try await exchange(request, members)
    }

    /// Runs a body that may ask.
    /// - Parameters:
    ///   - settings: The configuration.
    ///   - claims: Whether a daemon in this process files what stands in the inbox, too.
    static func run<Result: Sendable>(
        _ settings: Settings, claims: Bool, _ body: @escaping @Sendable (DaemonSession) async throws -> Result
    ) async throws -> Result {
        let client = ControlClient(settings: settings)
        guard try client.ask(StatusRequest.name) == nil else {
            return try await body(
                DaemonSession { request, members in
                    guard let answer = try client.ask(request, members, patience: nil) else {
                        throw CommandFailure(.unavailable, "the daemon has stopped; start it, then run this again")
                    }
                    return answer
                })
        }
        try requireOwner(settings.locations)
        return try await runDaemon(settings, claims: claims, body)
    }

    private static func runDaemon<Result: Sendable>(
        _ settings: Settings, claims: Bool, _ body: @escaping @Sendable (DaemonSession) async throws -> Result
    ) async throws -> Result {
        Processes.ignoreSignals()
        Processes.keepFilesPrivate()
        var logger = Logger(label: "imrd") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        let (desks, desk) = AsyncStream<ControlDesk>.makeStream()
        let daemon = Daemon(
            settings: settings, watcher: claims && settings.watches ? OwnProgram.watcher : nil, logger: logger,
            session: .init(claims: claims) { desk.yield($0) })
        let service = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: daemon, successTerminationBehavior: .gracefullyShutdownGroup)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask {
                defer { desk.finish() }
                try await service.run()
                return nil
            }
            group.addTask {
                for await desk in desks {
                    let session = DaemonSession { request, members in
                        let caller = ControlCaller(user: Processes.effectiveUser)
                        let line = ControlClient.line(request, members)
                        return try ControlClient.result(of: await desk.answer(line, from: caller))
                    }
                    return try await body(session)
                }
                return nil
            }
            do {
                guard let result = try await group.next(), let result else {
                    group.cancelAll()
                    throw CommandFailure(.failed, "interrupted; run it again to go on")
                }
                await service.triggerGracefulShutdown()
                for try await _ in group {}
                return result
            } catch {
                // What is under way is finished first; the error of the command is the one to show.
                await service.triggerGracefulShutdown()
                while (try? await group.next()) != nil {}
                throw error
            }
        }
    }

    /// Files made by another user than the daemon's would stop the daemon's next start.
    private static func requireOwner(_ locations: Locations) throws {
        guard let owner = try? Descriptor.folder(locations.log).status().owner, owner != Processes.effectiveUser
        else { return }
        let name = Processes.userName(owner)
        throw CommandFailure(
            .noPermission, "the daemon does not run, and its files belong to \(name); use sudo -u \(name) imrd …")
    }
}
