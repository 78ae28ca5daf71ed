package import Determinations

/// What an invented letter says; texts with white space folded.
package struct LetterTruth: Sendable {
    /// The layout.
    package var layout = Layout.headerTable
    /// Whose wordings the rationales are.
    package var stock = Wordings.Stock.shown
    /// The values of the header table as printed; empty for a letter without one.
    package var header: [HeaderLine: String] = [:]
    /// The dates of the header table, or those that it would have.
    package var dates: [HeaderLine: CalendarDate] = [:]
    /// The states of licensure.
    package var licensure: [String] = []
    /// The certifications and specialties.
    package var certifications: [String] = []
    /// The free text of the case summary.
    package var summary = ""
    /// The items.
    package var items: [ItemTruth] = []
    /// Codes of findings that are right about this letter as it stands.
    package var rightFindings: Set<String> = []
}

/// What one item of an invented letter says; texts with white space folded.
package struct ItemTruth: Sendable {
    /// The whole heading without the decision.
    package var treatment = ""
    /// What the decision covers.
    package var requestInDispute = ""
    /// Whether the heading says that a part was authorized.
    package var isPartlyAuthorized = false
    /// The decision.
    package var decision = Decision.upheld
    /// The claims administrator's guideline paragraph.
    package var claimsGuideline = ""
    /// The reviewer's guideline paragraph.
    package var reviewerGuideline = ""
    /// The rationale.
    package var rationale = ""
    /// The pattern of the sentence with which the rationale concludes; `{t}` stands for the treatment.
    package var wording = ""
}
