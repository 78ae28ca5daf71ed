/// A stock of sentences from which rationales are written; each stock was written by itself, without a look at the rules.
///
/// In conclusions and remarks `{t}` stands for the treatment inside a sentence, `{T}` for the treatment at its start.
package struct Wordings: Sendable {
    /// The stocks.
    package enum Stock: String, Sendable, CaseIterable {
        /// What was missed of it was shown to the authors of the rules, so that its figure says little.
        case shown
        /// Written before its writer had seen a rule; the rules were mended afterwards, in general, with what it showed.
        ///
        /// Docs/Testing.md keeps the figures at first sight of this and the next ones: they say more than today's.
        case heldOut = "held out"
        /// Written after the rules were mended with the second.
        case third
        /// Written after the rules were mended with the third.
        case fourth
        /// Written after the rules were mended with the fourth.
        case fifth
        /// Written after the rules were mended with the fifth.
        case sixth
        /// Written after the rules were mended with the sixth.
        case seventh
        /// Written after the rules were mended with the seventh.
        case eighth
    }

    /// Ways to conclude that a treatment is not medically necessary.
    let against: [String]
    /// Ways to conclude that it is.
    let favor: [String]
    /// Ways to conclude against it that say nothing of medical necessity.
    var plainAgainst: [String] = []
    /// Ways to conclude in favor of it that say nothing of medical necessity.
    var plainFavor: [String] = []
    /// Sentences about necessity, before the conclusion, that conclude nothing.
    var remarks: [String] = []
    /// Sentences about necessity, after a conclusion against the treatment, that conclude nothing.
    var remarksAfterAgainst: [String] = []
    /// Sentences about necessity, after a conclusion in favor of the treatment, that conclude nothing.
    var remarksAfterFavor: [String] = []
    /// Sentences that look like identifying data and hold none.
    var bystanders: [String] = []

    /// Whether a conclusion says nothing of medical necessity.
    func isPlain(_ conclusion: String) -> Bool {
        plainAgainst.contains(conclusion) || plainFavor.contains(conclusion)
    }

    /// The wordings of a stock.
    static func of(_ stock: Stock) -> Wordings {
        switch stock {
        case .shown: Wordings(against: ConclusionsAgainst.sentences, favor: ConclusionsFor.sentences)
        case .heldOut: heldOut
        case .third: third
        case .fourth: fourth
        case .fifth: fifth
        case .sixth: sixth
        case .seventh: seventh
        case .eighth: eighth
        }
    }
}
