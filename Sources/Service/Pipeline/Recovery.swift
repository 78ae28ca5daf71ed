import Archive
import AuditLog
import Determinations
import Foundation
import Inbox
import LinuxSystem
import Logging
import Records

/// Why the daemon does not start on what it finds.
struct RecoveryRefusal: Error, CustomStringConvertible {
    let description: String
}

extension FilingEngine {
    /// Finishes or undoes what an earlier run left in flight; doing it twice changes nothing.
    ///
    /// - Returns: What still has to be read and filed, in order of arrival.
    /// - Throws: `RecoveryRefusal` where the log or the archive is not as any killed run can have left it.
    func recover() throws -> [UnfinishedArrival] {
        try refuseLostLog()
        let unfinished = try inbox.unfinishedClaims()
        let logged = try audit.reader.loggedArrivals(among: Set(unfinished.map(\.identifier)))
        let report = try archive.recover(unless: rememberedBags()) { arrival in
            (try? audit.reader.isLogged(arrival: arrival)) ?? true
        }
        if let damage = report.damage.first {
            throw RecoveryRefusal(
                description: "the archive is damaged (\(report.damage.count) places): \(damage); "
                    + "run \"imrd verify\" and restore what is missing from a backup")
        }
        try anomalies.cutUnlogged { try audit.reader.loggedArrivals(among: $0) }
        for repair in audit.repairs {
            logger.warning("the audit log had a torn last line", metadata: ["bytes": "\(repair.bytes)"])
        }
        openRegister()
        var open: [UnfinishedArrival] = []
        for arrival in unfinished {
            if logged.contains(arrival.identifier) {
                try conclude(arrival)
            } else {
                // It may end in another way than the time before.
                try archive.removeHeld(arrival.identifier)
                open.append(arrival)
            }
        }
        try inbox.forgetClaims()
        open += try recoverHeld()
        if report.undoneLetters + report.removedFiles + open.count > 0 {
            logger.notice(
                "recovered", metadata: ["undone": "\(report.undoneLetters)", "in-flight": "\(open.count)"])
        }
        try keepUp()
        return open
    }

    /// Notes how the bags look after a clean stop, for the next start; without the note that start takes longer, no more.
    func rememberBags() {
        // Not synced: a line that did not come whole onto the disk names no bag.
        try? writeBags(Array(archive.looks().joined(separator: "\n").utf8))
    }

    private func writeBags(_ bytes: [UInt8]) throws(SystemFailure) {
        let file = try Descriptor.folder(settings.locations.log).updating(Self.bagsFile, mode: 0o600)
        try file.write(bytes, at: 0)
        try file.truncate(to: Int64(bytes.count))
    }

    private func rememberedBags() -> Set<String> {
        let bytes = try? Descriptor.folder(settings.locations.log).contents(of: Self.bagsFile)
        return Set(String(decoding: (bytes ?? nil) ?? [], as: UTF8.self).split(separator: "\n").map(String.init))
    }

    private static var bagsFile: FileName { FileName("bags") }

    /// Does what was left to do for an arrival that is logged: what it is now does not matter, only whether held/ waits for it.
    private func conclude(_ arrival: UnfinishedArrival) throws {
        if try archive.lacksOriginal(arrival.identifier) {
            try handOver(arrival.identifier)
        } else {
            try inbox.remove(arrival.identifier)
        }
    }

    /// An empty log beside letters that are filed means that the log was lost, not that nothing was promised.
    private func refuseLostLog() throws {
        guard
            audit.size == 0
                || (audit.size == 1 && audit.lastEntry?.json["event"]?.text == AuditEvent.keyChanged.rawValue)
        else { return }
        let years = (try? FileManager.default.contentsOfDirectory(atPath: settings.locations.archive)) ?? []
        guard years.contains(where: { Int($0) != nil }) else { return }
        throw RecoveryRefusal(
            description:
                "the archive \(settings.locations.archive) has letters but the audit log is empty: restore the log "
                + "from a backup, or name another archive")
    }

    /// Seals the bags of days that are over.
    func sealPastDays() throws {
        let report = try archive.seal(before: calendar.day(of: Int64(Self.now)))
        for damage in report.damage { logger.error("a bag could not be sealed", metadata: ["place": "\(damage)"]) }
    }
}

extension UnfinishedArrival {
    /// The number of the arrival.
    var identifier: ArrivalIdentifier {
        switch self {
        case .claimed(let claim): claim.identifier
        case .refused(let refusal): refusal.identifier
        }
    }
}
