import Foundation
import LinuxSystem

/// The socket on which `imrd status` asks the daemon: a line in, a line out, then the connection ends.
///
/// Requests: `status`. Only local processes that may open the socket reach it; a connection that is slow is dropped
/// after two seconds, and no request is longer than 4 KiB.
final class ControlSocket: Sendable {
    private let socket: Descriptor
    private let answer: @Sendable () async -> String

    /// Listens, and answers from a thread of its own.
    init(path: String, answer: @escaping @Sendable () async -> String) throws {
        socket = try UnixSocket.listen(at: path, mode: 0o660)
        self.answer = answer
        let thread = Thread { [self] in serve() }
        thread.name = "control"
        thread.start()
    }

    /// Stops listening.
    func stop() { socket.stopListening() }

    private func serve() {
        while let accepted = try? socket.acceptConnection() {
            let connection = Connection(accepted)
            connection.descriptor.limitWaiting(seconds: 2)
            guard let request = try? connection.descriptor.readLine(most: 4096) else { continue }
            let isStatus = request == Array("status".utf8)
            Task { [answer] in
                let text = isStatus ? await answer() : #"{"error":"no such request"}"#
                try? connection.descriptor.write(Array((text + "\n").utf8))
            }
        }
    }

    /// A connection that a task can hold; it closes when the task lets go of it.
    private final class Connection: Sendable {
        let descriptor: Descriptor

        init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }
    }
}
