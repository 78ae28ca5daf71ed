import AuditLog
import Determinations
import Foundation
import LetterText
import LinuxSystem
import Records
import Register

/// Brings the register up to the audit log, with the records from the bags.
enum RegisterCatchUp {
    private static let batch = 512
    /// So many texts take some milliseconds: no letter waits longer for the filing thread.
    static let textBatch = 16
    /// Where no letter waits: each turn leaves a part of the index, and parts are merged again and again.
    static let largeTextBatch = 512

    /// Opens the register and applies every audit entry that it lacks.
    static func open(path: String, settings: Settings, audit: AuditReader) throws -> Register {
        guard let calendar = ReceiptCalendar(timeZone: settings.timeZone) else {
            throw SettingsFailure(
                file: nil, key: "archive.timeZone", problem: "is no time zone", remedy: "write another")
        }
        let register = try Register(path: path) { calendar.day(of: Int64(Timestamp.milliseconds($0) ?? 0)) }
        try advance(register, settings: settings, audit: audit)
        return register
    }

    /// Applies every audit entry that a register lacks.
    static func advance(_ register: Register, settings: Settings, audit: AuditReader) throws {
        let last = try register.lastSequence()
        if let end = try audit.tail(count: 1).last?.seq, end < last {
            throw RegisterAhead(register: last, log: end)
        }
        var records = RecordsReader(archive: settings.locations.archive)
        var waiting: [(entry: JSON, record: JSON?)] = []
        try audit.entries(from: last + 1) { logged in
            let entry = logged.json
            waiting.append((entry, try records.record(of: entry)))
            if waiting.count == batch {
                try register.apply(waiting)
                waiting.removeAll(keepingCapacity: true)
            }
            return true
        }
        try register.apply(waiting)
    }

    /// Puts a register that was made beside it in the place of another; neither may be open for writing.
    static func replace(_ path: String, with new: String) throws {
        let folder = try Descriptor.folder((path as NSString).deletingLastPathComponent)
        // What the old one has not yet taken over from its journal must not be taken over by the new one.
        for ending in ["-wal", "-shm"] {
            try folder.removeIfPresent(FileName((path as NSString).lastPathComponent + ending))
        }
        let name = FileName((new as NSString).lastPathComponent)
        try folder.replace(FileName((path as NSString).lastPathComponent), with: name)
        try folder.sync()
    }

    /// Takes the texts of the next letters into the index of words.
    /// - Parameter most: How many at the most.
    /// - Returns: Whether there may be more to do.
    static func indexTexts(in register: Register, settings: Settings, most: Int = textBatch) throws -> Bool {
        let letters = try register.unindexed(most: most)
        try register.index(
            letters.lazy.map { letter in
                // A text that is gone with its bag, or damaged, is `imrd verify`'s to tell; the rest is found all the same.
                let bytes = (try? FiledText.bytes(of: letter.path, in: settings.locations.archive)) ?? []
                return (letter.sequence, String(decoding: bytes, as: UTF8.self))
            })
        return letters.count == most
    }

    /// Removes the register's files, so that it is made again.
    static func removeFiles(_ path: String) throws {
        // Names only: a folder that somebody named by mistake is not removed with all that is in it.
        let folder = try Descriptor.folder((path as NSString).deletingLastPathComponent)
        for ending in ["", "-wal", "-shm"] {
            try folder.removeIfPresent(FileName((path as NSString).lastPathComponent + ending))
        }
    }

    /// The register knows entries that the audit log does not have: it belongs to another log.
    struct RegisterAhead: Error, CustomStringConvertible {
        let register: Int
        let log: Int
        var description: String { "the register is at entry \(register), the audit log ends at \(log)" }
    }
}
