import Archive
import AuditLog
import Logging
import Records

/// Want of space: it passes, and nothing was lost.
enum StorageFull {
    static func isMeant(by error: any Error) -> Bool {
        switch error {
        case let failure as ArchiveFailure: failure.code == .storageFull
        case let failure as AuditLogFailure: failure.isStorageFull
        default: false
        }
    }
}

extension FilingEngine {
    /// Logs that there is no space, in the space kept for that; where even that is gone, the journal alone says it.
    func noteStorageFull(_ reason: String) throws {
        if isFull { return }
        isFull = true
        publishStatus()
        for _ in 0..<2 {
            do {
                try note(.storageFull, [.init("reason", .string(reason))])
                return
            } catch let failure as AuditLogFailure where failure.isStorageFull {
                // The first failure gave the reserve back; the second time there is room.
                continue
            }
        }
    }

    /// Logs that there is space again, and takes the reserve back; where there is not enough for that, the next batch does.
    func noteStorageBack() throws {
        isFull = try !noteIfPossible(.storageOK)
        restoreReserve()
    }

    /// Logs an event whose loss does no harm, unless there is no space; whether it is logged.
    @discardableResult
    func noteIfPossible(_ event: AuditEvent, _ fields: [JSON.Member] = []) throws -> Bool {
        do {
            try note(event, fields)
            return true
        } catch  where StorageFull.isMeant(by: error) {
            logger.warning("no space to log an event", metadata: ["event": "\(event.rawValue)"])
            return false
        }
    }

    /// Seals the bags of days that are over, and takes the log's reserve back once there is room.
    func keepUp() throws {
        restoreReserve()
        watchRegister()
        do { try sealWhenDayChanged() } catch  where StorageFull.isMeant(by: error) {
            logger.warning("no space to seal the past days", metadata: ["reason": "\(error)"])
        }
    }

    private func restoreReserve() {
        guard !audit.hasReserve else { return }
        // While there is still no room the next round tries again.
        try? audit.restoreReserve()
    }
}
