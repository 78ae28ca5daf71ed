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

    /// Makes all files and folders that this process makes from now on private to its user, whatever mode is asked for.
    package static func keepFilesPrivate() { _ = umask(0o077) }

    /// The user on whose behalf files are opened and made.
    package static var effectiveUser: UInt32 { geteuid() }
}
