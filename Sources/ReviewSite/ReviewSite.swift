import Foundation
import Hummingbird
package import Logging
import NIOCore
package import Review
import ServiceLifecycle
import UnixSignals

/// The review site: pages on which reviewers see what came, what is wrong with it, and what must be done by when.
///
/// It reads through a `ReviewDesk` and writes nothing but its access log; what reviewers do goes to the daemon.
package struct ReviewSite: Sendable {
    /// How long a connection is kept that asks nothing.
    static let idleTimeout = TimeAmount.seconds(60)

    private let settings: SiteSettings
    let site: Site
    private let reviewers: Reviewers
    var login: Login

    /// A site.
    /// - Parameters:
    ///   - settings: Where it listens, and to whom.
    ///   - desk: What reviewers read and do.
    ///   - timeZone: The zone in which times are shown.
    ///   - version: The version of the program.
    ///   - logger: The journal.
    /// - Throws: The system's failure for a folder that cannot be made.
    package init(
        settings: SiteSettings, desk: ReviewDesk, timeZone: String, version: String, logger: Logger
    ) throws {
        self.settings = settings
        reviewers = Reviewers(path: settings.reviewers)
        login = Login(reviewers: reviewers)
        let sessions = Sessions(idle: .seconds(60 * settings.idleMinutes))
        let pages = Pages(
            templates: try Templates(), morning: Morning(desk: desk), sessions: sessions, version: version)
        site = Site(
            desk: desk, pages: pages, sessions: sessions, accessLog: try AccessLog(folder: settings.accessLog),
            timeZone: TimeZone(identifier: timeZone) ?? .gmt, logger: logger)
    }

    /// Serves until SIGTERM or SIGINT, on the socket that systemd handed over, or on the configured address.
    /// - Parameter onReady: Called once it listens.
    package func run(onReady: @escaping @Sendable () -> Void) async throws {
        let server = SiteServer(
            handed: HandedSocket.find(ProcessInfo.processInfo.environment), address: settings.listen,
            responder: router().buildResponder(), logger: site.logger, onReady: onReady)
        if try reviewers.all().isEmpty {
            site.logger.warning("nobody can log in: add a reviewer with \"imrd reviewer add\"")
        }
        do {
            try await ServiceGroup(
                services: [BoundedStop(service: server)], gracefulShutdownSignals: [.sigterm, .sigint],
                logger: site.logger
            ).run()
        } catch let error as IOError {
            throw SiteFailure(
                description:
                    "cannot listen at \(settings.listen) (\(error.errnoCode == EADDRINUSE ? "in use" : "\(error)")); "
                    + "end what listens there, or change site.listen")
        }
    }

    /// The way of every request: headers, errors, host and origin, session, then its route.
    func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self)
        router.addMiddleware {
            SafetyHeaders()
            ErrorPages(pages: site.pages, logger: site.logger)
            SameOrigin(
                hosts: Set(settings.hosts.isEmpty ? settings.listen.hosts : settings.hosts),
                isBehindProxy: settings.isBehindProxy)
            LoggedIn(sessions: site.sessions, reviewers: reviewers)
        }
        DoorRoutes(site: site, login: login).add(to: router)
        ReadingRoutes(site: site).add(to: router)
        AnomalyRoutes(site: site).add(to: router)
        LetterRoutes(site: site).add(to: router)
        DeadlineRoutes(site: site).add(to: router)
        MetricsRoute(site: site, token: settings.metricsToken).add(to: router)
        return router
    }
}
