import AnomalyRules
import Determinations
import Records

/// `imrd rules`: the catalogue.
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
