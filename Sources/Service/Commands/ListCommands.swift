import AnomalyRules
import Archive
import AuditLog
import Determinations
import Foundation
import LinuxSystem
import Records
import SystemPackage

/// The verbs that list something: `held list`, `rules`.
package struct ListCommands: Sendable {
    private let settings: Settings
    private let showsJSON: Bool
    private let width: Int

    /// Lists.
    /// - Parameters:
    ///   - settings: The configuration.
    ///   - json: Whether one JSON object a row is printed.
    ///   - width: The longest line of a table, in characters.
    package init(settings: Settings, json: Bool, width: Int) {
        self.settings = settings
        showsJSON = json
        self.width = width
    }

    /// The day of receipt in the office, from which periods are counted.
    private func day(_ received: String) -> String {
        guard let time = Timestamp.milliseconds(received), let calendar = ReceiptCalendar(timeZone: settings.timeZone)
        else { return received }
        return calendar.day(of: Int64(time)).description
    }

    /// What could not be filed, the oldest first.
    package func held() throws -> String {
        guard try exists(settings.locations.held) else { return showsJSON ? "" : "Nothing is held." }
        let entries = try HeldReader.entries(in: settings.locations.held)
        if showsJSON { return entries.map { json($0).line }.joined(separator: "\n") }
        if entries.isEmpty { return "Nothing is held." }
        var table = Table("ARRIVAL", "HELD SINCE", "CODE", "NAME", "WHY")
        for entry in entries {
            table.add([
                entry.arrival.description, day(Timestamp.text(Int(entry.arrival.milliseconds))),
                entry.reason["code"]?.text ?? "-", entry.reason["name"]?.text ?? "?",
                [entry.reason["message"]?.text, entry.reason["found"]?.text.map { "(\($0))" }].compactMap { $0 }
                    .joined(separator: " "),
            ])
        }
        return table.text(width: width)
    }

    /// Whether something of the state is there; a state that may not be looked at is an error, and no empty one.
    private func exists(_ path: String) throws -> Bool {
        do throws(SystemFailure) {
            let folder = try Descriptor.folder((path as NSString).deletingLastPathComponent)
            return try folder.has(FileName((path as NSString).lastPathComponent))
        } catch {
            guard error.errno == .noSuchFileOrDirectory else { throw error }
            throw CommandFailure(.noInput, "\(error); name the folder of the daemon with --root, or start it once")
        }
    }

    private func json(_ entry: HeldEntry) -> JSON {
        .object([
            "arrival": .string(entry.arrival.description),
            "time": .string(Timestamp.text(Int(entry.arrival.milliseconds))),
            "bytes": .optional(entry.size.map { Int($0) }),
            "reason": entry.reason,
        ])
    }

    /// The catalogue of rules; a rule that is off by default says so.
    package func rules() -> String {
        let pages = RulePage.all.sorted { $0.code < $1.code }
        if showsJSON {
            return pages.map { page in
                JSON.object([
                    "code": .string(page.code), "name": .string(page.name), "severity": .string(page.severity.rawValue),
                    "onByDefault": .bool(page.isOnByDefault),
                ]).line
            }.joined(separator: "\n")
        }
        var table = Table("CODE", "SEVERITY", "NAME")
        for page in pages {
            table.add([page.code, page.severity.rawValue, page.name + (page.isOnByDefault ? "" : " (off by default)")])
        }
        return table.text(width: width)
    }

    /// The manual page of one rule.
    /// - Parameter code: Its code.
    /// - Throws: `CommandFailure` when no rule has that code.
    package func rule(_ code: String) throws -> String {
        guard let page = RulePage(of: code.uppercased()) else {
            throw CommandFailure(.noInput, "\"\(Terminal.safe(code))\" is no rule; `imrd rules list` shows all codes")
        }
        guard showsJSON else { return page.description }
        return JSON.object([
            "code": .string(page.code), "name": .string(page.name), "severity": .string(page.severity.rawValue),
            "onByDefault": .bool(page.isOnByDefault), "text": .strings(page.paragraphs),
        ]).line
    }
}
