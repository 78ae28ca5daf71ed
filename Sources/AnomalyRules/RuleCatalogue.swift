package import Determinations

/// The list of rules, and how a letter is checked against it.
package enum RuleCatalogue {
    /// Raised with every change of a rule that changes findings; logged with each letter.
    package static let version = 7

    /// All rules, in the order of their codes.
    package static let rules = letterRules + historyRules

    /// The rules that judge a letter by itself.
    package static let letterRules: [any AnomalyRule.Type] = [
        S01SectionMissing.self, S02HeaderMissing.self, S03HeaderFieldInvalid.self, S04DocumentsListMissing.self,
        S05ReviewerCredentialsMissing.self, S06ItemPartMissing.self, S07DecisionMissing.self, S09SeveralLetters.self,
        S10SectionOutOfOrder.self, T01SummaryTruncated.self, T02RationaleTruncated.self, T03LetterCutOff.self,
        T05SectionTooShort.self, T06PDFIncomplete.self, D01DecisionContradictsRationale.self,
        D02NecessityNotStated.self, D03Overturned.self, D04MixedOutcomes.self, D05PartialScope.self,
        D06Retrospective.self, D07OverturnedWithoutQuantity.self, D08QuantityMismatch.self, D09TreatmentMismatch.self,
        D10LateralityContradiction.self, D11SideDiffers.self, D12BodyPartDiffers.self, D13BundledServiceUndecided.self,
        D14RepeatedItem.self, C01HeaderDatesOutOfOrder.self, C02InjuryDateDiffers.self, C03ImpossibleDate.self,
        C04DatesAYearApart.self, C05DateWithoutYear.self, C06AgeImplausible.self, C07UtilizationReviewNotMentioned.self,
        C08SlowDetermination.self, P01AgeOrSexMissing.self, P02AgeOrSexDiffers.self, P03IdentifyingData.self,
        G01NoEvidenceCited.self, G02OutsideMTUS.self, G03MalformedCitation.self, G04SupersededGuideline.self,
        R01ReviewerOutOfState.self, R02RecordsUnreadable.self, X04StrayPunctuation.self, X05UndecodableText.self,
        X06RedactionGap.self,
    ]

    /// The rules that compare a letter with those filed before.
    package static let historyRules: [any AnomalyRule.Type] = [
        F01Duplicate.self, F02RevisedCopy.self, F03ConflictingDecision.self,
    ]

    /// All rules that say why a file cannot be filed as a letter.
    package static let holdingRules: [any HoldingRule.Type] = [S08NotADetermination.self, X07NoTextLayer.self]

    /// Codes that were once printed and must not be used again.
    package static let retiredCodes: Set<String> = []

    /// The codes of all rules that can be configured.
    package static let codes = Set(rules.map { $0.code })

    /// Every finding in a letter, history included, with the rules that are on by default, in the order of the rules.
    package static func check(_ letter: CheckedLetter) -> [Finding] {
        RuleSet.standard.check(letter) + RuleSet.standard.checkHistory(letter)
    }
}
