import LinuxSystem
import Logging
import ServiceLifecycle
import UnixSignals

/// `imrd notify`: follows the audit log beside the daemon and tells others; it writes nothing but how far it is.
package enum NotifyRunner {
    /// Runs until SIGTERM or SIGINT.
    package static func run(settings: Settings) async throws {
        guard let calendar = ReceiptCalendar(timeZone: settings.timeZone) else {
            throw CommandFailure(.configuration, "archive.timeZone: is no time zone; write another")
        }
        let targets = targets(settings.notify)
        if targets.isEmpty {
            throw CommandFailure(
                .configuration,
                "nobody is to be told; set notify.command, notify.url or notify.mail in the configuration"
            )
        }
        Processes.ignoreSignals()
        Processes.keepFilesPrivate()
        let logger = try Journal.logger("imrd-notify")
        let reader = NotifyReader(settings: settings, calendar: calendar)
        let followers = targets.map { NotifyFollower(target: $0, reader: reader, logger: logger) }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(
                        service: Notifier(followers: followers), successTerminationBehavior: .gracefullyShutdownGroup,
                        failureTerminationBehavior: .cancelGroup)
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }

    /// Those who are to be told.
    static func targets(_ settings: NotifySettings) -> [any NotifyTarget] {
        var targets: [any NotifyTarget] = []
        if !settings.command.isEmpty { targets.append(CommandTarget(words: settings.command)) }
        if !settings.url.isEmpty { targets.append(PostTarget(url: settings.url)) }
        if !settings.mail.isEmpty { targets.append(MailTarget(settings: settings)) }
        return targets
    }
}

/// All followers, until graceful shutdown.
struct Notifier: Service {
    let followers: [NotifyFollower]

    func run() async throws {
        ServiceManager.notify("READY=1")
        do {
            try await cancelWhenGracefulShutdown {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for follower in followers { group.addTask { try await follower.run() } }
                    try await group.waitForAll()
                }
            }
        } catch is CancellationError {}
        ServiceManager.notify("STOPPING=1")
    }
}
