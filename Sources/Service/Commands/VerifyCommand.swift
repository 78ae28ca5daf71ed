import AuditLog
import Determinations
import Foundation
import LinuxSystem
import Records

/// `imrd verify`: the audit log, its checkpoint, the archive and its bags.
///
/// It reads the files itself, while the daemon goes on: what a first look finds wrong in the archive is looked at again,
/// because a letter that is being filed stands there before its entry does.
package struct VerifyCommand: Sendable {
    private let settings: Settings
    private let keyFile: String?
    private let oldCheckpoint: String?

    /// A verification of the log and the archive of these settings.
    /// - Parameters:
    ///   - settings: The configuration.
    ///   - key: A file with the public key; nil for `audit/key.pub` of the log.
    ///   - since: A file with an older checkpoint, for which it is proved that the log only grew; nil for none.
    package init(settings: Settings, key: String?, since: String?) {
        self.settings = settings
        keyFile = key
        oldCheckpoint = since
    }

    /// Verifies, tells the running daemon of the result, and says what to print.
    /// - Parameters:
    ///   - json: Whether one JSON object is returned.
    ///   - progress: Takes the number of files read and of files expected.
    /// - Returns: The text, and whether everything is sound.
    package func run(json: Bool, progress: @escaping (Int, Int) -> Void) throws -> (text: String, isSound: Bool) {
        let log = settings.locations.log
        let keys = try self.keys()
        let report = try AuditVerifier.verify(folder: log, publicKey: keys[0])
        var verdicts = report.verdicts
        if let oldCheckpoint { verdicts += try verdictsSince(oldCheckpoint, keys) }
        let entries = try FiledEntry.all(in: log)
        verdicts += try archiveVerdicts(entries, progress)
        let result = Result(
            verdicts: verdicts, entries: report.covered, unsigned: report.uncovered, letters: entries.count,
            bags: Set(entries.map { $0.path.prefix(10) }).count)
        let isNoted = try ControlClient(settings: settings).ask(
            NoteRequest.name,
            [.init("event", .string(AuditEvent.verified.rawValue)), .init("fields", .object(result.fields))])
        return (json ? result.json(isNoted: isNoted != nil).line : result.text, verdicts.isEmpty)
    }

    /// The public key's text, then those that older checkpoints may be signed by, which the log names.
    private func keys() throws -> [String] {
        let first = try Self.text(of: keyFile ?? settings.locations.log + "/audit/key.pub")
        if oldCheckpoint == nil { return [first] }
        var older: [String] = []
        // A damaged line ends this; the verification itself names it.
        try? AuditReader(folder: settings.locations.log).entries { entry in
            if entry.json["event"]?.text == AuditEvent.keyChanged.rawValue, let old = entry.json["old"]?.text {
                older.append(old)
            }
            return true
        }
        return [first] + older
    }

    private func verdictsSince(_ path: String, _ keys: [String]) throws -> [Verdict] {
        let checkpoint = try Self.text(of: path)
        var verdicts: [Verdict] = []
        for key in keys {
            verdicts = try AuditVerifier.verifySince(
                oldCheckpoint: checkpoint, folder: settings.locations.log, publicKey: key)
            if verdicts.first?.kind != .badSignature { break }
        }
        return verdicts
    }

    private func archiveVerdicts(
        _ entries: [FiledEntry], _ progress: @escaping (Int, Int) -> Void
    ) throws -> [Verdict] {
        let archive = settings.locations.archive
        guard try StateFiles.has(archive) else {
            return entries.map {
                Verdict(.missing, file: "archive/" + $0.path, seq: $0.seq, "The whole archive is missing.")
            }
        }
        var count = 0
        var found = try ArchiveVerifier.verify(archive: archive, entries: entries) {
            count += 1
            progress(count, entries.count)
        }
        // Letters that are being filed look wrong for a moment, and never twice.
        for _ in 0..<3 where !found.isEmpty {
            guard try ControlClient(settings: settings).ask(StatusRequest.name) != nil else { break }
            Thread.sleep(forTimeInterval: 0.3)
            let bags = Set(found.map { String($0.file.prefix(10)) })
            let again = try ArchiveVerifier.verify(
                archive: archive, entries: FiledEntry.all(in: settings.locations.log), only: bags)
            found = found.filter { again.contains($0) }
        }
        return found.map {
            Verdict($0.kind, file: "archive/" + $0.file, line: $0.line, seq: $0.seq, $0.sentence)
        }
    }

    static func text(of path: String) throws -> String {
        String(decoding: try Descriptor.file(path).read(upTo: 1 << 20), as: UTF8.self)
    }

    /// What a verification came to.
    private struct Result {
        let verdicts: [Verdict]
        let entries: Int
        let unsigned: Int
        let letters: Int
        let bags: Int

        /// The members that are logged.
        var fields: [JSON.Member] {
            [
                .init("sound", .bool(verdicts.isEmpty)), .init("entries", .integer(entries)),
                .init("letters", .integer(letters)), .init("wrong", .integer(verdicts.count)),
            ]
        }

        func json(isNoted: Bool) -> JSON {
            let list = verdicts.map { verdict in
                JSON.object([
                    "kind": .string(verdict.kind.rawValue), "file": .string(verdict.file),
                    "line": .optional(verdict.line), "seq": .optional(verdict.seq),
                    "sentence": .string(verdict.sentence),
                ])
            }
            return .object(
                fields + [
                    .init("unsigned", .integer(unsigned)), .init("bags", .integer(bags)),
                    .init("logged", .bool(isNoted)), .init("verdicts", .array(list)),
                ])
        }

        var text: String {
            let seen =
                "\(entries) audit entries, \(letters) letter\(letters == 1 ? "" : "s") in \(bags) bag\(bags == 1 ? "" : "s")"
            let later = unsigned == 0 ? "" : "; \(unsigned) entries are not signed for yet"
            if verdicts.isEmpty { return "sound: \(seen)\(later)" }
            let kinds = Verdict.Kind.allCases.compactMap { kind in
                let count = verdicts.count { $0.kind == kind }
                return count == 0 ? nil : "\(count) \(kind.rawValue)"
            }
            return
                (verdicts.map { Terminal.safe($0.description) }
                + ["NOT SOUND: \(kinds.joined(separator: ", ")) (\(seen)\(later))"]).joined(separator: "\n")
        }
    }
}
