import AnomalyRules
import Determinations

/// What fills the catalogue of rules.
struct RulesPage {
    struct Row {
        let code: String
        let severity: String
        let name: String
        let text: String
        let isOff: Bool
    }

    let summary: String
    let exports = ExportLink.all("/rules", "")
    let rules: [Row]

    init(_ pages: [RulePage] = RulePage.all) {
        rules = pages.sorted { $0.code < $1.code }.map { page in
            Row(
                code: page.code, severity: page.severity.rawValue, name: page.name, text: page.paragraphs.first ?? "",
                isOff: !page.isOnByDefault)
        }
        summary = Wording.count(rules.count, "rule")
    }
}
