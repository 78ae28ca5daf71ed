import Determinations
import LetterReading

/// Reasons to doubt what was read from a rationale; asked only where that contradicts the decision, since a false alarm costs more
/// than a miss.
///
/// A statement is firm when its sentence draws a conclusion ("therefore", "in summary") or speaks of the request, also as "the present
/// one". In doubt is
/// - what is affirmed although its clause has a negation that was not counted: "too brief to allow that it be called …";
/// - what is followed by a sentence that ends "… is not", or that names a verdict in a way that was not understood;
/// - a statement that is not firm, where a firm one about this item says the opposite or leaves it open afterwards;
/// - a statement that is not firm and stands neither in the first sentence nor near the end.
struct ConclusionDoubt {
    let words: Words
    let rationale: Range<Int>
    let conclusion: Conclusion

    private static let concluding = WordSet(
        "thus therefore hence accordingly consequently overall finally conclusion summary foregoing conclude opinion")
    private static let negations = WordSet(
        "not cannot never no none neither nothing nobody too unable insufficient inadequate unclear isn wasn aren weren doesn "
            + "didn hasn haven don couldn little hardly scarcely barely doubt doubtful difficult hard disagree refuse refuses reject "
            + "decline")
    /// Words that begin a clause of its own.
    private static let starts = WordSet(
        "and but therefore thus hence so however which although though because whereas nor")
    /// Words that begin one behind a comma.
    private static let startsAfterComma = WordSet(
        "the this it these there i such as since given with after medical its his her")
    /// A sentence that begins with one of these has its main clause behind a comma.
    private static let subordinators = WordSet(
        "although though while despite since because as given with without absent in if even on for until because due")
    private static let verbs = WordSet("is are was were does do has have")
    private static let not = Word.key(of: "not")
    private static let too = Word.key(of: "too")
    private static let which = Word.key(of: "which")
    private static let others = WordSet("other another different future further later subsequent")
    /// A sentence with one of these is about something else.
    private static let otherItems = PhraseList(
        "another item,another request,other item,other items,other request,other requests,separate item,separate request,"
            + "different item,different request")
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
        if isWithdrawn(after: sentence.upperBound) || isObscure(decisive, in: sentence) { return true }
        if isFirm(sentence) { return false }
        return isOpposed(decisive) || (sentence.lowerBound > rationale.lowerBound && isFarFromEnd(sentence.upperBound))
    }

    private func concludes(_ sentence: Range<Int>) -> Bool { words.isAny(of: ConclusionDoubt.concluding, in: sentence) }

    private func isFirm(_ sentence: Range<Int>) -> Bool {
        concludes(sentence) || words.isAny(of: NecessityScan.requests, in: sentence)
            || NecessityScan(words: words, range: rationale).namesPresent(sentence.lowerBound)
    }

    /// Whether what follows denies it ("The present one is not") or names a verdict of its own.
    ///
    /// "Other treatment was not reviewed and is not certified" withdraws nothing.
    private func isWithdrawn(after end: Int) -> Bool {
        var first = end
        return (end..<max(end, rationale.upperBound)).contains { index in
            if words.endsSentence(index - 1) { first = index }
            if ConclusionDoubt.verdicts.contains(words[index].key) {
                return !words.isAny(of: ConclusionDoubt.others, in: first..<min(first + 2, index))
            }
            return words[index].key == ConclusionDoubt.not && words.endsSentence(index)
                && ConclusionDoubt.verbs.contains(words[index - 1].key)
        }
    }

    /// Whether the clause of an affirmative statement has more negations than were counted.
    private func isObscure(_ statement: Conclusion.Statement, in sentence: Range<Int>) -> Bool {
        guard statement.isAffirmed == true, let counted = statement.negations else { return false }
        let last = words.index(at: statement.range.end) - 1
        let hasSubordinate = ConclusionDoubt.subordinators.contains(words[sentence.lowerBound].key)
        func isStart(_ index: Int) -> Bool {
            let key = words[index].key
            if ConclusionDoubt.starts.contains(key) || words.hasSemicolon(after: index - 1) { return true }
            return words.hasComma(after: index - 1)
                && (hasSubordinate || ConclusionDoubt.startsAfterComma.contains(key))
        }
        var first = max(last, sentence.lowerBound)
        while first > sentence.lowerBound, !isStart(first) { first -= 1 }
        var end = max(last, sentence.lowerBound) + 1
        while end < sentence.upperBound, !isStart(end) { end += 1 }
        // "…, which utilization review did not consider, is …": an aside has its own negations.
        let isAside = first > sentence.lowerBound && words[first].key == ConclusionDoubt.which
        if isAside, let close = (first..<last).last(where: words.hasComma) { first = close + 1 }
        return (first..<end).count(where: isNegation) > counted
    }

    /// "too" at the end means "also", and "not merely" denies nothing.
    private func isNegation(_ index: Int) -> Bool {
        let key = words[index].key
        guard ConclusionDoubt.negations.contains(key) else { return false }
        let isLast = index + 1 >= rationale.upperBound || words.endsSentence(index) || words.hasComma(after: index)
        if key == ConclusionDoubt.too { return !isLast }
        return isLast || !NecessityScan.merely.contains(words[index + 1].key)
    }

    private func isOpposed(_ decisive: Conclusion.Statement) -> Bool {
        conclusion.necessity.contains { statement in
            let last = words.index(at: statement.range.end) - 1
            let sentence = words.sentence(around: max(last, rationale.lowerBound), in: rationale)
            guard let isAffirmed = statement.isAffirmed else {
                return statement.range.start > decisive.range.end && concludes(sentence)
            }
            return isAffirmed != decisive.isAffirmed && isFirm(sentence)
                && !ConclusionDoubt.otherItems.stands(in: words, sentence)
        }
    }

    private func isFarFromEnd(_ end: Int) -> Bool {
        var sentences = 0
        for index in end..<max(end, rationale.upperBound) where words.endsSentence(index) { sentences += 1 }
        return sentences > ConclusionDoubt.nearEnd
    }
}
