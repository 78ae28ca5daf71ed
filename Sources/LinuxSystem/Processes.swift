import CLinux
import Glibc

/// What concerns the process as a whole.
package enum Processes {
    /// Ignores SIGIO (a broken lease) and SIGPIPE (a reader that left); call it before anything else.
    package static func ignoreSignals() { clinux_ignore_signals() }

    /// The user on whose behalf files are opened and made.
    package static var effectiveUser: UInt32 { geteuid() }
}
