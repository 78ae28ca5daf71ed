package import Determinations

/// The rules that run, and with which severities: the catalogue, as the configuration has it.
package struct RuleSet: Sendable {
    /// The rules that judge a letter by itself.
    package let rules: [any AnomalyRule.Type]
    /// The rules that compare it with letters filed before.
    package let historyRules: [any AnomalyRule.Type]
    private let severities: [String: Severity]

    /// The rules that are on by default, with their own severities.
    package static let standard = RuleSet()

    /// A choice of rules.
    /// - Parameters:
    ///   - on: Codes of rules that are off by default and run nevertheless.
    ///   - off: Codes of rules that do not run.
    ///   - severities: The severity that all findings of a rule get, by code.
    package init(on: Set<String> = [], off: Set<String> = [], severities: [String: Severity] = [:]) {
        func runs(_ rule: any AnomalyRule.Type) -> Bool {
            (rule.isOnByDefault || on.contains(rule.code)) && !off.contains(rule.code)
        }
        rules = RuleCatalogue.letterRules.filter(runs)
        historyRules = RuleCatalogue.historyRules.filter(runs)
        self.severities = severities
    }

    /// Every finding in a letter but those that need its history, in the order of the rules.
    package func check(_ letter: CheckedLetter) -> [Finding] { findings(of: rules, in: letter) }

    /// Every finding that needs the history of a letter, in the order of the rules.
    package func checkHistory(_ letter: CheckedLetter) -> [Finding] { findings(of: historyRules, in: letter) }

    private func findings(of rules: [any AnomalyRule.Type], in letter: CheckedLetter) -> [Finding] {
        var findings: [Finding] = []
        for rule in rules {
            let found = rule.findings(in: letter)
            if !found.isEmpty { findings += found }
        }
        if severities.isEmpty { return findings }
        return findings.map { finding in
            var changed = finding
            changed.severity = severities[finding.code] ?? finding.severity
            return changed
        }
    }
}
