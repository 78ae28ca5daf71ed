import Determinations
import LetterReading

/// Finds statements of necessity in a rationale and decides whether they affirm or deny.
///
/// - "medically necessary", "medically and clinically appropriate": as the clause says in which it stands, and the clauses that
///   govern that one; two negations cancel out ("it cannot be said that it is not …"). See `NecessityScan+Clause`.
/// - "medical necessity": see `NecessityScan+Noun`.
/// - What somebody else held is no conclusion: utilization review, the provider, a guideline, a quotation. It is left open, unless
///   the sentence says whether that is right. See `NecessityScan+Source`.
/// - Left open are statements in favor under "if", "when", "would" and the like, unless the sentence draws a conclusion
///   ("therefore …", "given the weakness, … would be …"), and what is said of treatment "in general".
/// - What is said without naming it again: see `NecessityScan+Ellipsis`.
struct NecessityScan {
    let words: Words
    let range: Range<Int>
    let vocabulary = NecessityScan.vocabulary

    private static let medically = Word.key(of: "medically")
    private static let medical = Word.key(of: "medical")
    private static let necessity = Word.key(of: "necessity")
    private static let adjectives = WordSet("necessary appropriate indicated warranted reasonable needed necessitated")
    private static let negativeAdjectives = WordSet(
        "unnecessary inappropriate unwarranted unreasonable contraindicated")
    private static let conditionsAfter = WordSet("if when where unless only provided once")
    static let provided = Word.key(of: "provided")
    static let requests = WordSet("request requests requested")

    /// Every statement, in the order of the text.
    func statements() -> [Conclusion.Statement] {
        var found: [(Int, Conclusion.Statement)] = []
        found.reserveCapacity(4)
        var candidate = words.first(NecessityScan.medically, in: range)
        while let index = candidate {
            if let statement = adjectival(index) { found.append((index, statement)) }
            candidate = words.next(after: index, in: range)
        }
        candidate = words.first(NecessityScan.necessity, in: range)
        while let index = candidate {
            if index > range.lowerBound, words[index - 1].key == NecessityScan.medical {
                found.append((index, substantive(index - 1, index)))
            } else if let statement = bare(index) {
                found.append((index, statement))
            }
            candidate = words.next(after: index, in: range)
        }
        if found.count > 1 { found.sort { $0.0 < $1.0 } }
        if let last = found.last, let behind = elliptical(after: words.index(at: last.1.range.end) - 1) {
            found.append((range.upperBound, behind))
        }
        return found.map(\.1)
    }

    /// "medically necessary", "medically and clinically appropriate", "medically unnecessary".
    private func adjectival(_ index: Int) -> Conclusion.Statement? {
        // "Medically, the scan is not necessary."
        let isApart = words.hasComma(after: index)
        for position in index + 1..<max(index + 1, min(index + (isApart ? 90 : 4), range.upperBound)) {
            if isApart, words.endsSentence(position - 1) { return nil }
            let isNegative = NecessityScan.negativeAdjectives.contains(words[position].key)
            guard isNegative || NecessityScan.adjectives.contains(words[position].key) else { continue }
            return judged(clause(before: isApart ? position : index), saysNo: isNegative, from: index, to: position)
        }
        return nil
    }

    /// What a clause makes of the words that name necessity in it.
    func judged(_ clause: Clause, saysNo: Bool, from index: Int, to last: Int) -> Conclusion.Statement {
        let says = clause.isNegated == saysNo
        var isAffirmed: Bool? = says
        switch source(of: clause, at: index, last) {
        case .own: break
        case .reported: isAffirmed = nil
        case .judged(let isRight): isAffirmed = says == isRight
        }
        let depends = isAffirmed != nil && isConditional(after: last) && !isGranted(under: clause, after: last)
        let isUndone = (clause.isSubject && goesOn(after: last)) || (clause.isReasoned && !isClosing(last))
        let isOpen = says && (clause.isOpen || depends || isUndone)
        if isOpen || clause.isGeneral { isAffirmed = nil }
        if isOpen || isConceded(index), says, endsInDenial(after: last) { isAffirmed = false }
        if isOpen, endsInAffirmation(after: last) { isAffirmed = true }
        var judged = statement(isAffirmed, from: clause.first, to: last)
        if says == isAffirmed { judged.negations = clause.negations + (saysNo ? 1 : 0) }
        return judged
    }

    /// A statement that stretches from one word to another.
    func statement(_ isAffirmed: Bool?, from first: Int, to last: Int) -> Conclusion.Statement {
        Conclusion.Statement(
            isAffirmed: isAffirmed, range: ByteRange(Int(words[first].start), Int(words[last].end)))
    }

    /// Whether a condition follows at once: "medically necessary only when …".
    private func isConditional(after last: Int) -> Bool {
        last + 1 < range.upperBound && !words.endsSentence(last) && !words.hasComma(after: last)
            && NecessityScan.conditionsAfter.contains(words[last + 1].key)
    }

    /// Whether a verb follows in the sentence: "a treatment that is medically necessary must be given".
    private func goesOn(after last: Int) -> Bool {
        let end = words.sentence(around: last, in: range).upperBound
        return (last + 1..<max(last + 1, end)).contains { isVerb(vocabulary[words[$0].key]) }
    }

    /// Whether the sentence ends soon: "… would be medically necessary at this time."
    private func isClosing(_ last: Int) -> Bool {
        (last..<min(last + 5, range.upperBound)).contains { words.endsSentence($0) }
    }

    /// "The request is medically necessary provided that …" grants it, with a condition.
    private func isGranted(under clause: Clause, after last: Int) -> Bool {
        words[last + 1].key == NecessityScan.provided
            && words.isAny(of: NecessityScan.requests, in: clause.reach..<last)
    }
}
