import Foundation
import LinuxSystem

/// Tells the service manager how the service is (sd_notify(3)).
package enum ServiceManager {
    /// Sends a message such as `READY=1`; does nothing where no service manager asked for it.
    package static func notify(_ message: String) {
        guard let path = ProcessInfo.processInfo.environment["NOTIFY_SOCKET"], !path.isEmpty else { return }
        // A service manager that cannot be reached has its own ways to find out; the service goes on.
        try? UnixSocket.send(message, to: path)
    }

    /// Within which time the service manager wants to hear `WATCHDOG=1`; nil when it does not (sd_watchdog_enabled(3)).
    static var watchdogInterval: Duration? {
        ProcessInfo.processInfo.environment["WATCHDOG_USEC"].flatMap { Int($0) }.map { .microseconds($0) }
    }
}
