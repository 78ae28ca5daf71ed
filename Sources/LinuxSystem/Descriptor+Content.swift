import CLinux
import Glibc
import SystemPackage

extension Descriptor {
    /// Reads on until the buffer's worth is there or the file ends; short reads are continued.
    package func read(upTo count: Int) throws(SystemFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = try transfer("read") {
                unsafe bytes.withUnsafeMutableBytes { buffer in
                    unsafe Glibc.read(number, buffer.baseAddress?.advanced(by: filled), count - filled)
                }
            }
            if got == 0 { break }
            filled += got
        }
        bytes.removeLast(count - filled)
        return bytes
    }

    /// Reads a stretch of the file without moving its position; shorter at the end of the file.
    package func read(at offset: Int64, upTo count: Int) throws(SystemFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = try transfer("read") {
                unsafe bytes.withUnsafeMutableBytes { buffer in
                    unsafe pread(
                        number, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset) + off_t(filled))
                }
            }
            if got == 0 { break }
            filled += got
        }
        bytes.removeLast(count - filled)
        return bytes
    }

    /// Writes all bytes; short writes are continued.
    package func write(_ bytes: [UInt8]) throws(SystemFailure) {
        var written = 0
        while written < bytes.count {
            written += try transfer("write") {
                unsafe bytes.withUnsafeBytes { buffer in
                    unsafe Glibc.write(number, buffer.baseAddress?.advanced(by: written), bytes.count - written)
                }
            }
        }
    }

    /// Moves the position to the start, where whoever inherits this descriptor then reads on.
    package func rewind() throws(SystemFailure) {
        _ = try transfer("seek") { Int(lseek(number, 0, SEEK_SET)) }
    }

    /// Makes content and size durable. A failure is final: the pages may be gone, so it is never tried again.
    package func sync() throws(SystemFailure) {
        let result = fsync(number)
        if result != 0 { throw SystemFailure("fsync", path, Errno(rawValue: errno)) }
    }

    /// Cuts the file to a size.
    package func truncate(to size: Int64) throws(SystemFailure) {
        _ = try retrying("truncate", path) { ftruncate(number, off_t(size)) }
    }

    private func transfer(_ operation: String, _ call: () -> Int) throws(SystemFailure) -> Int {
        while true {
            let result = call()
            if result >= 0 { return result }
            let reason = Errno(rawValue: errno)
            if reason != .interrupted { throw SystemFailure(operation, path, reason) }
        }
    }
}
