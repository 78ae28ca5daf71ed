import AuditLog
import Foundation
import Logging

extension Daemon {
    /// What has to be done from time to time: seal the bags of days that are over, feed the watchdog, and print the checkpoint,
    /// so that a copy of it lives in the journal.
    ///
    /// The filing thread does the first; a thread that hangs in a system call, or letters that wait and are not filed, leave the
    /// watchdog unfed, and the service manager starts the daemon again.
    func keepUp(_ parts: Parts) async throws {
        let engine = parts.engine
        let rhythm = ServiceManager.watchdogInterval.map { min($0 / 4, .seconds(10)) } ?? .seconds(10)
        var progress = FilingProgress()
        var nextCheckpoint = ContinuousClock.now
        while true {
            if nextCheckpoint <= .now {
                nextCheckpoint = .now + .seconds(3600)
                let checkpoint = await engine.printedCheckpoint
                logger.notice("checkpoint", metadata: ["checkpoint": "\(checkpoint)"])
            }
            try await Task.sleep(for: rhythm)
            try await engine.keepUp()
            let isMade = progress.isMade(
                filed: await engine.endedArrivals, waiting: parts.state.queues(), isFull: await engine.isFull)
            if isMade { ServiceManager.notify("WATCHDOG=1") }
        }
    }
}
