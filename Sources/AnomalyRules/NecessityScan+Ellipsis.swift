import Determinations
import LetterReading

/// What is said of necessity without naming it again.
///
/// - "X might have been medically necessary …; on this record it is not", "X would have been …, as it is now": the end of the sentence.
/// - "The first course was medically necessary. The present one is not": the sentence behind.
/// - "Utilization review found no medical necessity; the reports establish it": a pronoun.
extension NecessityScan {
    private static let not = WordSet("not isn aren wasn weren")
    private static let endings = WordSet("not been so met done shown")
    private static let adverbs = WordSet("now today here")
    private static let verbs = WordSet("is are was were does")
    private static let pronouns = WordSet("it this that they")
    private static let asWord = Word.key(of: "as")
    private static let concessions = WordSet("although though while whereas")
    private static let present = WordSet("present current instant requested latter")
    private static let disputed = WordSet("one ones request item service treatment course")
    private static let establishing = WordSet(
        "establish establishes show shows demonstrate demonstrates document documents support supports confirm confirms prove "
            + "proves substantiate substantiates bear bears")
    private static let negations = WordSet("not cannot never no neither fail fails doesn don")

    /// Whether the sentence goes on and ends like "… the number requested is not" or "… they have not been".
    func endsInDenial(after last: Int) -> Bool {
        var end = sentenceEnd(after: last)
        while end > last, NecessityScan.endings.contains(words[end].key) {
            if NecessityScan.not.contains(words[end].key) { return true }
            end -= 1
        }
        return false
    }

    /// Whether its sentence grants it before another thing is said: "Although a first course was medically necessary, more is not."
    func isConceded(_ index: Int) -> Bool {
        NecessityScan.concessions.contains(words[words.sentence(around: index, in: range).lowerBound].key)
    }

    /// Whether it ends like "…, as it is now".
    func endsInAffirmation(after last: Int) -> Bool {
        var end = sentenceEnd(after: last)
        while end > last, NecessityScan.adverbs.contains(words[end].key) { end -= 1 }
        return end - 2 > last && NecessityScan.verbs.contains(words[end].key)
            && NecessityScan.pronouns.contains(words[end - 1].key) && words[end - 2].key == NecessityScan.asWord
    }

    private func sentenceEnd(after last: Int) -> Int {
        var end = last
        while end + 1 < range.upperBound, end - last < 40, !words.endsSentence(end) { end += 1 }
        return end
    }

    /// "The present one, X, is not.", in the sentence behind a statement.
    func elliptical(after last: Int) -> Conclusion.Statement? {
        let start = words.sentence(around: last, in: range).upperBound
        guard start < range.upperBound, namesPresent(start) else { return nil }
        let end = words.sentence(around: start, in: range).upperBound - 1
        let isNegated = NecessityScan.not.contains(words[end].key)
        let verb = isNegated ? end - 1 : end
        guard verb > start, NecessityScan.verbs.contains(words[verb].key) else { return nil }
        return statement(!isNegated, from: start, to: end)
    }

    /// Whether a sentence that begins at a word is about the request that is decided: "The present one".
    func namesPresent(_ start: Int) -> Bool {
        (start..<min(start + 2, range.upperBound - 1)).contains {
            NecessityScan.present.contains(words[$0].key) && NecessityScan.disputed.contains(words[$0 + 1].key)
        }
    }

    /// "…, the reports that I reviewed establish it": said by nobody else, of necessity that was named before.
    func resumed(after last: Int) -> Conclusion.Statement? {
        let end = sentenceEnd(after: last)
        guard end - 1 > last, NecessityScan.pronouns.contains(words[end].key),
            NecessityScan.establishing.contains(words[end - 1].key),
            let comma = (last..<end - 1).last(where: { words.hasComma(after: $0) }), !isOfOthers(comma + 1..<end)
        else { return nil }
        return statement(!words.isAny(of: NecessityScan.negations, in: comma + 1..<end), from: last, to: end)
    }
}
