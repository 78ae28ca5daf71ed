import AuditLog
import Determinations
import Foundation
import LinuxSystem
import Records

/// Reads in the audit log what a target has not been told yet.
struct NotifyReader: Sendable {
    /// How many notices one message holds at the most.
    static let mostNotices = 100
    /// How many lines are read before the place is remembered.
    private static let mostLines = 10_000

    let settings: Settings
    let calendar: ReceiptCalendar

    /// The checkpoint as it stands; nil when nothing was logged yet.
    var checkpoint: String? {
        let folder = try? Descriptor.folder(settings.locations.log + "/audit")
        return (try? folder?.content(of: FileName("checkpoint"), upTo: 1 << 16)).flatMap { $0 }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The number of lines that the checkpoint covers: those are on disk.
    static func size(_ checkpoint: String?) -> Int {
        checkpoint?.split(separator: "\n").dropFirst().first.flatMap { Int($0) } ?? 0
    }

    /// What is to be told next, and the place after it; nil when there is nothing new.
    func next(after place: NotifyPlace, now: Int) throws -> (message: NotifyMessage?, place: NotifyPlace)? {
        var next = place
        let checkpoint = checkpoint
        let day = calendar.day(of: Int64(now)).description
        if settings.notify.kinds.contains(.digest), place.digestDay != day, isDigestTime(now) {
            next.digestDay = day
            next.digest = Digest()
            return (
                NotifyMessage(place.digest, day: day, checkpoint: checkpoint ?? "", origin: settings.origin), next
            )
        }
        let size = Self.size(checkpoint)
        if size == place.seq { return nil }
        if size < place.seq {
            // Another log stands there; it is told from its end on.
            throw ProgramFailure(
                description:
                    "the audit log has \(size) lines, but \(place.seq) were told: run \"imrd verify --since\", "
                    + "then remove \(settings.notify.path)")
        }
        var notices: [Notice] = []
        try AuditReader(folder: settings.locations.log).entries(from: place.seq) { logged in
            if logged.seq >= size { return false }
            let entry = logged.json
            let notice = Notice(entry, settings)
            if let notice { notices.append(notice) }
            next.digest.add(entry, notice)
            next.seq = logged.seq + 1
            return notices.count < Self.mostNotices && next.seq - place.seq < Self.mostLines
        }
        return (notices.isEmpty ? nil : NotifyMessage(notices, origin: settings.origin), next)
    }

    private func isDigestTime(_ now: Int) -> Bool {
        calendar.minute(of: Int64(now)) >= settings.notify.digestMinute
    }
}
