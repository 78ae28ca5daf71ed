import CLinux
import Glibc
import SystemPackage

/// Both ends of a new connection that carries whole packets.
package struct PacketPair: ~Copyable {
    /// Our end.
    package let ours: Descriptor
    /// The number of the other end, which whoever takes it over closes.
    package let theirs: CInt

    /// Makes a connection.
    package init() throws(SystemFailure) {
        var ends: (CInt, CInt) = (-1, -1)
        _ = try retrying("make", "pair of sockets") {
            unsafe withUnsafeMutableBytes(of: &ends) { ends in
                let kind = CInt(SOCK_SEQPACKET.rawValue | SOCK_CLOEXEC.rawValue)
                return unsafe socketpair(AF_UNIX, kind, 0, ends.assumingMemoryBound(to: CInt.self).baseAddress)
            }
        }
        ours = Descriptor(owning: ends.0, path: "pair of sockets")
        theirs = ends.1
    }
}

extension Descriptor {
    /// Sends a packet with open files (one to eight), which the other end then has, too; fails with EPIPE where that is closed.
    package func sendPacket(_ bytes: [UInt8], with files: [CInt]) throws(SystemFailure) {
        _ = try retrying("send to", path) {
            unsafe bytes.withUnsafeBytes { bytes in
                unsafe files.withUnsafeBufferPointer { files in
                    unsafe clinux_send_with_files(
                        number, bytes.baseAddress, CInt(bytes.count), files.baseAddress, CInt(files.count))
                }
            }
        }
    }

    /// The next packet, of which at most so many bytes are kept; empty when the other end is closed. Fails with ETIMEDOUT when
    /// none came by the deadline.
    package func receivePacket(most: Int, by deadline: ContinuousClock.Instant) throws(SystemFailure) -> [UInt8] {
        try wait(for: POLLIN, by: deadline)
        var packet = [UInt8](repeating: 0, count: most)
        let got = try retrying("receive from", path) {
            CInt(unsafe packet.withUnsafeMutableBytes { unsafe recv(number, $0.baseAddress, $0.count, 0) })
        }
        return Array(packet.prefix(Int(got)))
    }
}
