import CLinux
import Glibc
import SystemPackage

/// What concerns whole processes.
package enum Processes {
    /// Ignores SIGIO (a broken lease) and SIGPIPE (a reader that left); call it before anything else.
    package static func ignoreSignals() { clinux_ignore_signals() }

    /// Limits another process of the same user and forbids it core dumps; limits it has passed already take effect at once.
    ///
    /// Processor time in seconds (then SIGXCPU), address space in bytes (then allocations fail), size in bytes of any
    /// file it writes (then SIGXFSZ). Fails with `noSuchProcess` once the process has been waited for. prlimit(2).
    package static func limit(
        _ process: CInt, processorSeconds: Int, addressSpace: Int, fileSize: Int
    ) throws(SystemFailure) {
        _ = try retrying("limit process", String(process)) {
            clinux_limit_process(process, UInt64(processorSeconds), UInt64(addressSpace), UInt64(fileSize))
        }
    }

    /// Names the calling thread for ps, top and perf; the kernel keeps 15 bytes of it. PR_SET_NAME of prctl(2).
    package static func nameThread(_ name: String) { unsafe name.withCString { unsafe clinux_name_thread($0) } }

    /// Makes all files and folders that this process makes from now on private, whatever mode is asked for.
    /// - Parameter groupReads: Whether the group of this process may read them beside its user.
    package static func keepFilesPrivate(groupReads: Bool = false) { _ = umask(groupReads ? 0o027 : 0o077) }

    /// Whether this process has a terminal that it could be ended from; none once that terminal was closed.
    package static var hasTerminal: Bool { (try? FileDescriptor.open(FilePath("/dev/tty"), .readOnly).close()) != nil }

    /// The user on whose behalf files are opened and made.
    package static var effectiveUser: UInt32 { geteuid() }

    /// The name of a user in the system's list of users; the number itself where it has none there.
    package static func userName(_ user: UInt32) -> String {
        var buffer = [CChar](repeating: 0, count: 16_384)
        var entry = unsafe passwd()
        return unsafe buffer.withUnsafeMutableBufferPointer { buffer in
            var found: UnsafeMutablePointer<passwd>?
            // A user without an entry is no failure: the call succeeds and finds nothing.
            guard let start = buffer.baseAddress,
                unsafe getpwuid_r(user, &entry, start, buffer.count, &found) == 0, unsafe found != nil,
                let name = unsafe entry.pw_name
            else { return String(user) }
            return unsafe String(cString: name)
        }
    }
}
