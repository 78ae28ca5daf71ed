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
    package func stopListening() { _ = shutdown(number, Int32(SHUT_RDWR)) }

    /// Bounds how long one read or write on this connection may take.
    package func limitWaiting(seconds: Int) {
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        let length = socklen_t(MemoryLayout<timeval>.size)
        _ = unsafe setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &time, length)
        _ = unsafe setsockopt(number, SOL_SOCKET, SO_SNDTIMEO, &time, length)
    }

    /// Reads up to a newline (which is left out) or the end; fails with EMSGSIZE past a number of bytes.
    package func readLine(most: Int) throws(SystemFailure) -> [UInt8] {
        var line: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let got = try retrying("read", path) {
                CInt(unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(number, $0.baseAddress, 4096) })
            }
            if got == 0 { return line }
            let part = buffer.prefix(Int(got))
            if let end = part.firstIndex(of: 0x0A) { return line + part[..<end] }
            line += part
            if line.count > most { throw SystemFailure("read", path, .messageTooLong) }
        }
    }
}
