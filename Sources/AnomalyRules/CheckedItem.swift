package import Determinations
import LetterReading

/// One item as the rules see it: what was read, what its rationale concludes, and where the words of its parts stand.
package final class CheckedItem: Sendable {
    /// What was read.
    package let item: Item
    /// What its rationale concludes.
    package let conclusion: Conclusion
    /// The indices of the heading's words.
    let treatment: Range<Int>
    /// The indices of the words that the decision covers.
    let request: Range<Int>
    /// The indices of the words of the claims administrator's guideline paragraph; empty when there is none.
    let claimsAdministratorGuideline: Range<Int>
    /// The indices of the words of the reviewer's guideline paragraph; empty when there is none.
    let reviewerGuideline: Range<Int>
    /// The indices of the rationale's words; empty when there is none.
    let rationale: Range<Int>

    /// An item of a letter with these words.
    init(_ item: Item, in words: Words) {
        func indices(_ range: ByteRange?) -> Range<Int> { range.map(words.indices) ?? 0..<0 }
        self.item = item
        treatment = indices(item.treatment)
        request = item.isPartlyAuthorized ? indices(item.requestInDispute) : treatment
        claimsAdministratorGuideline = indices(item.claimsAdministratorGuideline)
        reviewerGuideline = indices(item.reviewerGuideline)
        rationale = indices(item.rationale)
        conclusion = Conclusion(of: self.rationale, in: words)
    }

    /// What its heading says about the treatment; read when it is asked for, because few rules need it of few items.
    func attributes(in words: Words) -> ItemAttributes { ItemAttributeReader.read(item, in: words) }

    /// The sides, body parts and levels of the spine that its heading names.
    func body(in words: Words) -> ItemAttributes { ItemAttributeReader.body(item, in: words) }

    /// What its heading says about a service that was rendered already.
    func service(in words: Words) -> ItemAttributes { ItemAttributeReader.service(item, in: words) }

    private static let ancillary = PhraseList(
        "ancillary,associated service,associated services,associated surgical service,associated surgical services,"
            + "associated with the surgery,associated request,associated requests,none of the associated")
    private static let surgery = PhraseList(
        "surgery,surgical,operation,operative,primary procedure,primary request,requested procedure")

    /// Whether the rationale is the one sentence given for services ancillary to a surgery that is denied itself.
    func isAncillary(in words: Words) -> Bool {
        rationale.count <= 45 && CheckedItem.surgery.stands(in: words, rationale)
            && (CheckedItem.ancillary.stands(in: words, rationale)
                || CheckedItem.ancillary.stands(in: words, treatment))
    }
}
