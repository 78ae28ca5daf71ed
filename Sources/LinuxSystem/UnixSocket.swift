import CLinux
import Glibc
import SystemPackage

/// A Unix socket on which local processes ask for something, and the connections to it.
package enum UnixSocket {
    /// The longest path a socket can have, in bytes.
    package static let longestPath = 107

    /// Listens at a path; a socket left there by a process that is gone is replaced, with the given permissions.
    package static func listen(at path: String, mode: UInt32 = 0o600) throws(SystemFailure) -> Descriptor {
        let socket = try make(path, SOCK_STREAM)
        let former = umask(mode_t(~mode & 0o777))
        defer { _ = umask(former) }
        _ = unsafe unlink(path)
        let number = socket.number
        try unsafe withAddress("bind", path) { address, length in unsafe bind(number, address, length) }
        _ = try retrying("listen", path) { Glibc.listen(socket.number, 16) }
        return socket
    }

    /// Connects to a socket; ECONNREFUSED or ENOENT when nobody listens.
    package static func connect(to path: String) throws(SystemFailure) -> Descriptor {
        let socket = try make(path, SOCK_STREAM)
        let number = socket.number
        try unsafe withAddress("connect", path) { address, length in unsafe Glibc.connect(number, address, length) }
        return socket
    }

    /// Sends one datagram to a socket; a path that starts with `@` is an abstract name.
    package static func send(_ text: String, to path: String) throws(SystemFailure) {
        let socket = try make(path, SOCK_DGRAM)
        let number = socket.number
        try unsafe withAddress("connect", path) { address, length in unsafe Glibc.connect(number, address, length) }
        try socket.write(Array(text.utf8))
    }

    private static func make(_ path: String, _ kind: __socket_type) throws(SystemFailure) -> Descriptor {
        let kind = CInt(kind.rawValue | SOCK_CLOEXEC.rawValue)
        let opened = try retrying("socket", path) { Glibc.socket(AF_UNIX, kind, 0) }
        return Descriptor(owning: opened, path: path)
    }

    private static func withAddress(
        _ operation: String, _ path: String, _ call: (UnsafePointer<sockaddr>, socklen_t) -> CInt
    ) throws(SystemFailure) {
        var bytes = Array(path.utf8)
        guard bytes.count <= longestPath, !bytes.isEmpty else { throw SystemFailure(operation, path, .fileNameTooLong) }
        let isAbstract = bytes[0] == UInt8(ascii: "@")
        if isAbstract { bytes[0] = 0 }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count + (isAbstract ? 0 : 1))
        _ = try retrying(operation, path) {
            unsafe withUnsafePointer(to: &address) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe call($0, length) }
            }
        }
    }
}

extension Descriptor {
    /// Waits for the next connection to this listening socket; fails with EINVAL after `stopListening()`.
    package func acceptConnection() throws(SystemFailure) -> Descriptor {
        let number = try retrying("accept", path) { clinux_accept(self.number) }
        return Descriptor(owning: number, path: path)
    }

    /// Wakes whoever waits in `acceptConnection()`.
    package func stopListening() { endBothWays() }

    /// Ends this connection in both directions, at once; whoever waits for something on it finds its end.
    package func endBothWays() { _ = shutdown(number, Int32(SHUT_RDWR)) }

    /// Who is at the other end of this connection, as the kernel knows it (SO_PEERCRED, unix(7)).
    package func peer() throws(SystemFailure) -> (process: Int32, user: UInt32) {
        var process: Int32 = 0
        var user: UInt32 = 0
        _ = try retrying("ask for the peer of", path) { unsafe clinux_peer(number, &process, &user) }
        return (process, user)
    }

    /// Reads up to a newline, which is left out; nil when the connection ends before one.
    /// - Parameters:
    ///   - most: The longest line in bytes; a longer one fails with EMSGSIZE.
    ///   - deadline: When the whole line must be there, or it fails with ETIMEDOUT; nil for never.
    package func readLine(most: Int, by deadline: ContinuousClock.Instant?) throws(SystemFailure) -> [UInt8]? {
        var line: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            try wait(for: POLLIN, by: deadline)
            let got = try retrying("read", path) {
                CInt(unsafe buffer.withUnsafeMutableBytes { unsafe recv(number, $0.baseAddress, $0.count, 0) })
            }
            if got == 0 { return nil }
            let part = buffer.prefix(Int(got))
            let end = part.firstIndex(of: 0x0A)
            line += part[..<(end ?? part.endIndex)]
            if line.count > most { throw SystemFailure("read", path, .messageTooLong) }
            if end != nil { return line }
        }
    }

    /// Sends all bytes on this connection; fails with ETIMEDOUT when the other end does not take them by the deadline.
    package func send(_ bytes: [UInt8], by deadline: ContinuousClock.Instant) throws(SystemFailure) {
        var sent = 0
        while sent < bytes.count {
            try wait(for: POLLOUT, by: deadline)
            sent += Int(
                try retrying("write", path) {
                    CInt(
                        unsafe bytes.withUnsafeBytes { buffer in
                            let count = min(buffer.count - sent, 1 << 20)
                            let flags = CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT)
                            return unsafe Glibc.send(number, buffer.baseAddress?.advanced(by: sent), count, flags)
                        })
                })
        }
    }

    /// Says that nothing more will be sent; what the other end still sends can be read.
    package func stopSending() { _ = shutdown(number, Int32(SHUT_WR)) }

    func wait(for events: CInt, by deadline: ContinuousClock.Instant?) throws(SystemFailure) {
        while true {
            let left = deadline.map { max(.zero, ContinuousClock.now.duration(to: $0)) / .milliseconds(1) }
            var question = pollfd(fd: number, events: Int16(events), revents: 0)
            let ready = unsafe poll(&question, 1, left.map { CInt(min($0.rounded(.up), 86_400_000)) } ?? -1)
            if ready > 0 { return }
            let reason = Errno(rawValue: errno)
            if ready < 0, reason != .interrupted { throw SystemFailure("wait for", path, reason) }
            if let deadline, deadline <= .now { throw SystemFailure("wait for", path, .timedOut) }
        }
    }
}
