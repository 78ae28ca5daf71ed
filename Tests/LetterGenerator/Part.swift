/// The parts of a letter whose places are known.
package enum Part: Hashable, Sendable {
    /// A label of the header table; one that wraps has two places.
    case headerLabel(HeaderLine)
    /// A value of the header table.
    case headerValue(HeaderLine)
    /// The heading of a section, from 0.
    case sectionHeading(Int)
    /// The reviewer's qualifications.
    case credentials
    /// The free text of the case summary.
    case summary
    /// The date of injury in the summary; it may have several places.
    case injuryDate
    /// An item's whole heading without the decision, from 0.
    case treatment(Int)
    /// An item's decision word.
    case decision(Int)
    /// `Claims Administrator guideline:`
    case claimsLabel(Int)
    /// The claims administrator's guideline paragraph.
    case claimsGuideline(Int)
    /// `MAXIMUS guideline:`
    case reviewerLabel(Int)
    /// The reviewer's guideline paragraph.
    case reviewerGuideline(Int)
    /// `Decision rationale:`
    case rationaleLabel(Int)
    /// The rationale.
    case rationale(Int)
    /// The sentence with which a rationale concludes; known for invented letters only.
    case conclusion(Int)
}
