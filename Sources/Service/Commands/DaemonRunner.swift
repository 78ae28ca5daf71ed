import Foundation
import LinuxSystem
import Logging
import ServiceLifecycle
import UnixSignals

/// `imrd run`: the daemon under the lifecycle of a service.
package enum DaemonRunner {
    /// Runs the daemon until SIGTERM or SIGINT.
    /// - Parameters:
    ///   - settings: The configuration.
    ///   - logLevel: How much the journal says.
    ///   - groupReads: Whether the group of this process may read what is filed.
    ///   - reread: Reads the configuration again when SIGHUP asks for it.
    package static func run(
        settings: Settings, logLevel: String, groupReads: Bool, reread: @escaping @Sendable () async throws -> Settings
    ) async throws {
        let logger = try Journal.logger("imrd", level: logLevel)
        Processes.ignoreSignals()
        Processes.keepFilesPrivate(groupReads: groupReads)
        let daemon = Daemon(
            settings: settings, watcher: settings.watches ? OwnProgram.watcher : nil, logger: logger,
            reread: reread)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(
                        service: daemon, successTerminationBehavior: .gracefullyShutdownGroup,
                        failureTerminationBehavior: .cancelGroup)
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }
}
