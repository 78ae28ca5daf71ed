import Determinations
import LetterReading

/// Reasons to doubt what was read from a rationale; asked only where that contradicts the decision, since a false alarm costs more
/// than a miss.
///
/// A statement is firm when its sentence draws a conclusion ("therefore", "in summary") or speaks of the request. In doubt is
/// - what is followed by a sentence that ends "… is not", or that names a verdict in a way that was not understood;
/// - a statement that is not firm, where a firm one says the opposite or leaves it open afterwards;
/// - a statement that is not firm and stands neither in the first sentence nor near the end.
struct ConclusionDoubt {
    let words: Words
    let rationale: Range<Int>
    let conclusion: Conclusion

    private static let concluding = WordSet(
        "thus therefore hence accordingly consequently overall finally conclusion summary foregoing conclude opinion")
    private static let verbs = WordSet("is are was were does do has have")
    private static let not = Word.key(of: "not")
    private static let verdicts = WordSet(
        "certify certified certification noncertify noncertified noncertification uphold upheld overturn overturned reverse "
            + "reversed deny denied denial approve approved approval")
    /// How many sentences may follow a statement that is not firm.
    private static let nearEnd = 4

    /// Whether there is such a reason.
    var isDoubtful: Bool {
        guard let decisive = conclusion.decisive else { return true }
        let last = words.index(at: decisive.range.end)
        let sentence = words.sentence(around: max(last - 1, rationale.lowerBound), in: rationale)
        if isWithdrawn(after: sentence.upperBound) { return true }
        if isFirm(sentence) { return false }
        return isOpposed(decisive) || (sentence.lowerBound > rationale.lowerBound && isFarFromEnd(sentence.upperBound))
    }

    private func concludes(_ sentence: Range<Int>) -> Bool { words.isAny(of: ConclusionDoubt.concluding, in: sentence) }

    private func isFirm(_ sentence: Range<Int>) -> Bool {
        concludes(sentence) || words.isAny(of: NecessityScan.requests, in: sentence)
    }

    /// Whether what follows denies it ("The present one is not") or names a verdict of its own.
    private func isWithdrawn(after end: Int) -> Bool {
        (end..<max(end, rationale.upperBound)).contains { index in
            if ConclusionDoubt.verdicts.contains(words[index].key) { return true }
            return words[index].key == ConclusionDoubt.not && words.endsSentence(index)
                && ConclusionDoubt.verbs.contains(words[index - 1].key)
        }
    }

    private func isOpposed(_ decisive: Conclusion.Statement) -> Bool {
        conclusion.necessity.contains { statement in
            let last = words.index(at: statement.range.end) - 1
            let sentence = words.sentence(around: max(last, rationale.lowerBound), in: rationale)
            guard let isAffirmed = statement.isAffirmed else {
                return statement.range.start > decisive.range.end && concludes(sentence)
            }
            return isAffirmed != decisive.isAffirmed && isFirm(sentence)
        }
    }

    private func isFarFromEnd(_ end: Int) -> Bool {
        var sentences = 0
        for index in end..<max(end, rationale.upperBound) where words.endsSentence(index) { sentences += 1 }
        return sentences > ConclusionDoubt.nearEnd
    }
}
