package import Determinations

/// The list of rules, and how a letter is checked against it.
package enum RuleCatalogue {
    /// Raised with every change of a rule that changes findings; logged with each letter.
    package static let version = 1

    /// All rules that judge a letter, in the order of their codes.
    package static let rules: [any AnomalyRule.Type] = [
        S01SectionMissing.self, S02HeaderMissing.self, S03HeaderFieldInvalid.self, S05ReviewerCredentialsMissing.self,
        S06ItemPartMissing.self, S07DecisionMissing.self, T01SummaryTruncated.self, T02RationaleTruncated.self,
        T03LetterCutOff.self, D01DecisionContradictsRationale.self, D03Overturned.self, D04MixedOutcomes.self,
        C01HeaderDatesOutOfOrder.self,
    ]

    /// All rules that compare a letter with those filed before, in the order of their codes.
    package static let historyRules: [any AnomalyRule.Type] = [F01Duplicate.self]

    /// All rules that say why a file cannot be filed as a letter.
    package static let holdingRules: [any HoldingRule.Type] = [S08NotADetermination.self]

    /// Codes that were once printed and must not be used again.
    package static let retiredCodes: Set<String> = []

    /// Every finding in a letter but those that need its history, in the order of the rules.
    package static func check(_ letter: CheckedLetter) -> [Finding] {
        rules.flatMap { $0.findings(in: letter) }
    }

    /// Every finding that needs the history of a letter, in the order of the rules.
    package static func checkHistory(_ letter: CheckedLetter) -> [Finding] {
        historyRules.flatMap { $0.findings(in: letter) }
    }
}
