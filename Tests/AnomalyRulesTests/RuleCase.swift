import AnomalyRules
import Determinations
import TestSupport
import Testing

/// One row of a rule's table: why it is there, how the invented letter is changed, and what the rule must find then.
struct RuleCase: Sendable, CustomTestStringConvertible {
    /// The comment on the row.
    let why: String
    /// For each finding expected, in order, the bytes that its evidence must point at.
    let evidence: [[String]]
    /// Severities where they are not the rule's own.
    let severity: Severity?
    /// What is known of earlier letters.
    let history: LetterHistory
    /// What shows that the text is damaged.
    let damage: [TextDamage]
    /// Whether the text was read by OCR.
    let isRecognized: Bool
    let change: @Sendable (inout InventedLetter) -> Void

    var testDescription: String { why }

    /// A row; without evidence the rule must stay quiet.
    init(
        _ why: String, finds evidence: [[String]] = [], severity: Severity? = nil, history: LetterHistory = .empty,
        damage: [TextDamage] = [], isRecognized: Bool = false,
        _ change: @escaping @Sendable (inout InventedLetter) -> Void
    ) {
        self.why = why
        self.evidence = evidence
        self.severity = severity
        self.history = history
        self.damage = damage
        self.isRecognized = isRecognized
        self.change = change
    }

    /// Checks the changed letter, as it stands and with its lines wrapped anew, with one rule.
    func check(_ rule: any AnomalyRule.Type) throws {
        var letter = InventedLetter()
        change(&letter)
        let found = try rule.check(letter, history: history, damage: damage, isRecognized: isRecognized)
        #expect(found.map { $0.evidence(in: letter) } == evidence)
        for finding in found {
            #expect(finding.code == rule.code)
            #expect(finding.severity == severity ?? rule.severity)
        }
    }
}
