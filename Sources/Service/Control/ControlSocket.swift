import Dispatch
import Foundation
import LinuxSystem
import Records
import Synchronization
import SystemPackage

/// The socket on which local processes ask the daemon: a line in, a line out, then the connection ends.
///
/// Only those who may open the socket reach it, and the kernel says who they are. A request is at most 64 KiB long and must be
/// there within two seconds; an answer must be taken within ten. At most 32 connections are served at a time.
final class ControlSocket: Sendable {
    /// The longest request in bytes, without its newline.
    static let longestRequest = 64 << 10
    private static let mostConnections = 32
    private let socket: Descriptor
    private let answer: @Sendable ([UInt8], ControlCaller) async -> JSON
    private let places = DispatchSemaphore(value: mostConnections)
    private let isStopped = Mutex(false)

    /// Listens, and answers each connection on a thread of its own.
    init(path: String, answer: @escaping @Sendable ([UInt8], ControlCaller) async -> JSON) throws {
        socket = try UnixSocket.listen(at: path, mode: 0o660)
        self.answer = answer
        Self.startThread { [self] in serve() }
    }

    /// Stops listening.
    func stop() {
        isStopped.withLock { $0 = true }
        socket.stopListening()
    }

    private func serve() {
        while !isStopped.withLock({ $0 }) {
            guard let accepted = try? socket.acceptConnection() else {
                // Too many open files, or the other end has left: both pass.
                Thread.sleep(forTimeInterval: 0.1)
                continue
            }
            let connection = Connection(accepted)
            places.wait()
            Self.startThread { [self] in
                serve(connection)
                places.signal()
            }
        }
    }

    /// Everything a connection does; whatever goes wrong with it is its own trouble.
    private func serve(_ connection: Connection) {
        guard let peer = try? connection.descriptor.peer() else { return }
        let caller = ControlCaller(user: peer.user)
        var reply = ControlDesk.answer(
            CommandFailure(.usage, "a request has at most \(Self.longestRequest) bytes; shorten it"))
        do throws(SystemFailure) {
            let line = try connection.descriptor.readLine(most: Self.longestRequest, by: .now + .seconds(2))
            guard let line else { return }
            reply = wait(for: line, caller)
        } catch {
            guard error.errno == .messageTooLong else { return }
        }
        try? connection.descriptor.send(reply.bytes + [0x0A], by: .now + .seconds(10))
    }

    /// This thread belongs to the connection and may wait; the daemon's own threads may not.
    private func wait(for line: [UInt8], _ caller: ControlCaller) -> JSON {
        let reply = Reply()
        Task { [answer] in reply.give(await answer(line, caller)) }
        return reply.wait()
    }

    private static func startThread(_ body: @escaping @Sendable () -> Void) {
        Thread.detachNewThread {
            Processes.nameThread("control")
            body()
        }
    }

    /// An answer that a thread waits for.
    private final class Reply: Sendable {
        private let value = Mutex(JSON.null)
        private let isThere = DispatchSemaphore(value: 0)

        func give(_ answer: JSON) {
            value.withLock { $0 = answer }
            isThere.signal()
        }

        func wait() -> JSON {
            isThere.wait()
            return value.withLock { $0 }
        }
    }

    /// A connection that a thread can hold; it closes when the thread lets go of it.
    private final class Connection: Sendable {
        let descriptor: Descriptor

        init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }
    }
}
