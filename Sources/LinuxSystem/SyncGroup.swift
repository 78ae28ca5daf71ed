import CLinux
import Glibc
import SystemPackage

/// Files and folders that are made durable together, many at a time.
///
/// The kernel and the disk then do in one go what they would do for one file after the other: a journal commit, a flush.
package struct SyncGroup: Sendable {
    private var numbers: [CInt] = []
    private var paths: [String] = []

    /// A group of nothing.
    package init() {}

    /// Adds a file or folder, which must stay open until `sync` returns.
    package mutating func add(_ file: borrowing Descriptor) {
        numbers.append(file.number)
        paths.append(file.path)
    }

    /// Makes content and size, or the names, of all durable. A failure is final, as that of `Descriptor.sync`.
    package func sync() throws(SystemFailure) {
        if numbers.isEmpty { return }
        let failed = unsafe numbers.withUnsafeBufferPointer { buffer in
            unsafe clinux_sync_all(buffer.baseAddress, CInt(buffer.count))
        }
        if failed >= 0 { throw SystemFailure("fsync", paths[Int(failed)], Errno(rawValue: errno)) }
    }
}
