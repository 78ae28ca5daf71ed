import AnomalyRules
import AuditLog
package import Determinations
import Records
import Register

/// The verbs that list something: `anomalies list`, `rules`.
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

    /// The findings that a reviewer should see, the newest letter first.
    /// - Parameters:
    ///   - least: The least severity.
    ///   - most: How many at the most.
    package func anomalies(least: Severity, most: Int) throws -> String {
        guard try StateFiles.has(settings.locations.register) else { return showsJSON ? "" : "Nothing was filed yet." }
        let register = try Register(reading: settings.locations.register)
        let found = try register.findings(severities: Severity.allCases.filter { $0 >= least }, most: most)
        if showsJSON { return found.map { json($0).line }.joined(separator: "\n") }
        if found.isEmpty { return "No anomalies." }
        var table = Table("RECEIVED", "LETTER", "SEVERITY", "CODE", "ITEM", "MESSAGE")
        for row in found {
            table.add([
                day(row.letter.received), row.letter.caseNumber ?? row.letter.name,
                row.finding["severity"]?.text ?? "", row.finding["code"]?.text ?? "",
                row.finding["item"]?.integer.map(String.init) ?? "-", row.finding["message"]?.text ?? "",
            ])
        }
        return table.text(width: width)
    }

    /// The day of receipt in the office, from which periods are counted.
    private func day(_ received: String) -> String {
        guard let time = Timestamp.milliseconds(received), let calendar = ReceiptCalendar(timeZone: settings.timeZone)
        else { return received }
        return calendar.day(of: Int64(time)).description
    }

    private func json(_ row: RegisteredFinding) -> JSON {
        .object(
            [
                JSON.Member("arrival", .string(row.letter.arrival)),
                JSON.Member("received", .string(row.letter.received)),
                JSON.Member("case", .optional(row.letter.caseNumber)), JSON.Member("file", .string(row.letter.name)),
                JSON.Member("path", .string(row.letter.path)),
            ] + row.finding.members)
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
