package import Determinations

/// The manual page of a rule, as `imrd rules show CODE` prints it.
package struct RulePage: Sendable, CustomStringConvertible {
    /// The rule's code.
    package let code: String
    /// The rule's name.
    package let name: String
    /// The severity of its findings, unless a finding says otherwise.
    package let severity: Severity
    /// Whether it runs unless the configuration says otherwise.
    package let isOnByDefault: Bool
    /// What it finds, why it matters, an example, and when it stays quiet; one paragraph each, in Markdown.
    package let paragraphs: [String]

    /// The page of a rule; nil when there is none of that code.
    package init?(of code: String) {
        guard let page = RulePage.all.first(where: { $0.code == code }) else { return nil }
        self = page
    }

    private init(_ code: String, _ name: String, _ severity: Severity, _ isOnByDefault: Bool) {
        self.code = code
        self.name = name
        self.severity = severity
        self.isOnByDefault = isOnByDefault
        paragraphs = RulePages.texts[code]?.split(separator: "\n").map(String.init) ?? []
    }

    /// The pages of all rules, in the order in which the catalogue lists them; those that hold a file come last.
    package static let all: [RulePage] =
        RuleCatalogue.rules.map {
            RulePage($0.code, $0.name, $0.severity, $0.isOnByDefault)
        }
        + RuleCatalogue.holdingRules.map { RulePage($0.code, $0.name, .held, true) }

    /// The first line: code, name, severity, and whether it is off.
    package var title: String { "\(code) \(name) (\(severity.rawValue)\(isOnByDefault ? "" : ", off by default"))" }

    /// The page as plain text, a blank line between paragraphs.
    package var description: String {
        ([title] + paragraphs).joined(separator: "\n\n").split(separator: "**", omittingEmptySubsequences: false)
            .joined()
    }
}
