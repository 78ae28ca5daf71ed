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

    /// The place of somebody who is told from now on: the end of the log.
    func end(now: Int) throws -> NotifyPlace {
        var place = NotifyPlace(seq: 0, time: "", digestDay: day(now))
        let size = Self.size(checkpoint)
        if size > 0 {
            try audit.entries(from: size - 1) { logged in
                (place.seq, place.time) = (size, logged.time)
                return false
            }
        }
        return place
    }

    /// What is to be told next, and the place after it; nil when there is nothing new.
    func next(after place: NotifyPlace, now: Int) throws -> NotifyStep? {
        let checkpoint = checkpoint
        var next = place
        if settings.notify.kinds.contains(.digest), place.digestDay != day(now), isDigestTime(now) {
            next.digestDay = day(now)
            next.digest = Digest()
            return NotifyStep(
                message: NotifyMessage(
                    place.digest, day: next.digestDay, checkpoint: checkpoint ?? "", origin: settings.origin),
                place: next)
        }
        let size = Self.size(checkpoint)
        // Without a checkpoint there is no log yet, or not again yet: a backup is being put back.
        if size == 0 || size == place.seq { return nil }
        var isSameLog = place.seq == 0
        var notices: [Notice] = []
        try audit.entries(from: max(place.seq - 1, 0)) { logged in
            if logged.seq >= size { return false }
            if logged.seq < place.seq {
                isSameLog = logged.time == place.time
                return isSameLog
            }
            let entry = logged.json
            let notice = Notice(entry, settings)
            if let notice { notices.append(notice) }
            next.digest.add(entry, notice)
            (next.seq, next.time) = (logged.seq + 1, logged.time)
            return notices.count < Self.mostNotices && next.seq - place.seq < Self.mostLines
        }
        if !isSameLog { return try inReplacedLog(place, size: size) }
        return NotifyStep(
            message: notices.isEmpty ? nil : NotifyMessage(notices, origin: settings.origin), place: next)
    }

    /// The place in a log that stands where the one was that was told of, such as an older one from a backup.
    ///
    /// It is behind the last line that is no later than what was told: what follows was logged afterwards, and is new.
    /// - Returns: nil while the log is not all there: a backup is being put back.
    private func inReplacedLog(_ place: NotifyPlace, size: Int) throws -> NotifyStep? {
        var next = place
        (next.seq, next.time) = (0, "")
        var count = 0
        try audit.entries { logged in
            if logged.seq >= size { return false }
            if logged.time <= place.time { (next.seq, next.time) = (logged.seq + 1, logged.time) }
            count = logged.seq + 1
            return true
        }
        if count < size { return nil }
        let notice = Notice(
            .object([
                "seq": .integer(next.seq), "time": .string(place.time), "event": .string(Notice.logReplaced),
            ]), settings)
        return NotifyStep(
            message: notice.map { NotifyMessage([$0], origin: settings.origin) }, place: next, isLogReplaced: true)
    }

    private var audit: AuditReader { AuditReader(folder: settings.locations.log) }

    private func day(_ now: Int) -> String { calendar.day(of: Int64(now)).description }

    private func isDigestTime(_ now: Int) -> Bool {
        calendar.minute(of: Int64(now)) >= settings.notify.digestMinute
    }
}

/// What is to be told at once, and how far the target has been told then.
struct NotifyStep {
    /// What is to be told; nil when nobody wants to know of what was read.
    let message: NotifyMessage?
    /// To be remembered once that is told.
    let place: NotifyPlace
    /// Whether another log was found than the one told of before.
    var isLogReplaced = false
}
