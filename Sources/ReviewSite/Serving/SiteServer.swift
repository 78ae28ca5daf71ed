import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Review
import ServiceLifecycle

/// Serves requests on an address or on a socket that is bound already, until it is to stop.
///
/// Every connection has a task of its own from the moment it is accepted. Hummingbird's own server, and NIO's sequence of
/// connections, lose those that are accepted just when they stop, and end the process over them.
struct SiteServer<Responder: HTTPResponder>: Service where Responder.Context == SiteContext {
    /// A socket that was handed over; nil for one at the address.
    let handed: CInt?
    let address: SiteAddress
    let responder: Responder
    let logger: Logger
    /// Called once it listens.
    let onReady: @Sendable () -> Void

    func run() async throws {
        let connections = OpenConnections()
        let child = HTTP1Channel(
            responder: { request, writer, channel in
                let context = SiteContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
                let response = try await responder.respond(to: request, context: context)
                try await writer.write(response: response.head, body: response.body)
            }, configuration: .init(idleTimeout: ReviewSite.idleTimeout))
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(ChannelOptions.backlog, value: 256)
            .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                child.setup(channel: channel, logger: logger).map { connection in
                    connections.add(channel)
                    Task {
                        await child.handle(value: connection, logger: logger)
                        connections.remove(channel)
                    }
                }
            }
        let listening = try await listen(bootstrap)
        onReady()
        try await gracefulShutdown()
        try await listening.close()
        await connections.end()
    }

    private func listen(_ bootstrap: ServerBootstrap) async throws -> any Channel {
        if let handed { return try await bootstrap.withBoundSocket(handed).get() }
        logger.info("listening", metadata: ["address": "\(address)"])
        switch address {
        case .port(let host, let port):
            return try await bootstrap.bind(host: host.filter { !"[]".contains($0) }, port: port).get()
        case .path(let path):
            return try await bootstrap.bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true).get()
        }
    }
}
