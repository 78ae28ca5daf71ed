import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Serves on a socket that is bound already.
struct HandedServer<Responder: HTTPResponder>: Service where Responder.Context == SiteContext {
    let descriptor: CInt
    let responder: Responder
    let logger: Logger
    /// Called once it listens.
    let onReady: @Sendable () -> Void

    func run() async throws {
        let child = HTTP1Channel { request, writer, channel in
            let context = SiteContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
            let response = try await responder.respond(to: request, context: context)
            try await writer.write(response: response.head, body: response.body)
        }
        let listening = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
            .bind(descriptor) { channel in child.setup(channel: channel, logger: logger) }
        onReady()
        try await withGracefulShutdownHandler {
            try await withThrowingDiscardingTaskGroup { tasks in
                try await listening.executeThenClose { connections in
                    for try await connection in connections {
                        tasks.addTask { await child.handle(value: connection, logger: logger) }
                    }
                }
            }
        } onGracefulShutdown: {
            listening.channel.close(promise: nil)
        }
    }
}
