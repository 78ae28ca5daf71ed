import AuditLog
import Foundation

extension Daemon {
    /// What has to be done from time to time: seal the bags of days that are over, feed the watchdog.
    ///
    /// The filing thread does the first; a thread that hangs in a system call, or letters that wait and are not filed, leave the
    /// watchdog unfed, and the service manager starts the daemon again.
    func keepUp(_ engine: FilingEngine, _ state: DaemonState) async throws {
        let rhythm = ServiceManager.watchdogInterval.map { min($0 / 4, .seconds(10)) } ?? .seconds(10)
        var progress = FilingProgress()
        while true {
            try await Task.sleep(for: rhythm)
            try await engine.keepUp()
            let isMade = progress.isMade(
                filed: await engine.endedArrivals, waiting: state.queues(), isFull: await engine.isFull)
            if isMade { ServiceManager.notify("WATCHDOG=1") }
        }
    }

    /// Finds out when the log was last verified; that may take a while in a long log, and nothing waits for it.
    func findLastVerification(_ engine: FilingEngine) {
        let reader = AuditReader(folder: settings.locations.log)
        Task.detached(priority: .background) {
            // A log that cannot be read has worse troubles than this.
            if let time = try? reader.lastTime(of: .verified) { await engine.rememberVerification(time) }
        }
    }
}
