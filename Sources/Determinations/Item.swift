/// One disputed treatment, the decision about it, and the grounds.
package struct Item: Hashable, Sendable {
    /// Its place in the letter, from 1.
    package let number: Int
    /// The whole heading without the decision and its colon; empty when the letter ends before it.
    package let treatment: ByteRange
    /// What the decision covers: the remaining portion when UR had authorized a part, else the same as `treatment`.
    package let requestInDispute: ByteRange
    /// Whether the heading says that UR had authorized a part.
    package let isPartlyAuthorized: Bool
    /// The decision word; nil when there is none.
    package let decision: Located<Decision>?
    /// The claims administrator's guideline paragraph; nil when its label is absent.
    package let claimsAdministratorGuideline: ByteRange?
    /// The reviewer's guideline paragraph; nil when its label is absent.
    package let reviewerGuideline: ByteRange?
    /// The rationale; nil when its label is absent.
    package let rationale: ByteRange?

    /// An item.
    package init(
        number: Int, treatment: ByteRange, requestInDispute: ByteRange, isPartlyAuthorized: Bool,
        decision: Located<Decision>?, claimsAdministratorGuideline: ByteRange?, reviewerGuideline: ByteRange?,
        rationale: ByteRange?
    ) {
        self.number = number
        self.treatment = treatment
        self.requestInDispute = requestInDispute
        self.isPartlyAuthorized = isPartlyAuthorized
        self.decision = decision
        self.claimsAdministratorGuideline = claimsAdministratorGuideline
        self.reviewerGuideline = reviewerGuideline
        self.rationale = rationale
    }
}
