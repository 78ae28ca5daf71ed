import Foundation

/// The socket that systemd bound and handed over, so that the site needs no right to open one.
///
/// Source: sd_listen_fds(3): the first descriptor is 3, and LISTEN_PID is this process.
enum HandedSocket {
    /// The descriptor; nil when none was handed to this process.
    static func find(_ environment: [String: String]) -> CInt? {
        environment["LISTEN_PID"] == String(getpid()) && environment["LISTEN_FDS"] == "1" ? 3 : nil
    }
}
