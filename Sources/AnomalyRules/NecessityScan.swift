import Determinations
import LetterReading

/// Finds statements of necessity in a rationale and decides whether they affirm or deny.
///
/// - "medically necessary", "medically and clinically appropriate": denied by a negation before it in the same clause ("is not",
///   "cannot be deemed", "neither … nor"), by a subject that negates ("no further visits are"), or by the clause that governs it
///   ("fails to show that it is"); "medically unnecessary" turns the sense round.
/// - "medical necessity": see `NecessityScan+Noun`.
/// - A statement under "if", "when" and the like is left open, because it often quotes a guideline; so is one under "would" or
///   "may", unless its sentence draws the conclusion ("therefore …").
struct NecessityScan {
    let words: Words
    let range: Range<Int>

    private static let medically = Word.key(of: "medically")
    private static let medical = Word.key(of: "medical")
    private static let necessity = Word.key(of: "necessity")
    private static let verbIs = Word.key(of: "is")
    private static let verbAre = Word.key(of: "are")
    private static let that = Word.key(of: "that")
    private static let only = Word.key(of: "only")
    private static let no = Word.key(of: "no")
    private static let longer = Word.key(of: "longer")
    private static let adjectives = WordSet("necessary appropriate indicated warranted reasonable needed necessitated")
    private static let negativeAdjectives = WordSet(
        "unnecessary inappropriate unwarranted unreasonable contraindicated")
    static let negations = WordSet(
        "not cannot never nor neither isn wasn aren doesn weren hasn haven couldn didn don")
    private static let non = Word.key(of: "non")
    /// Words that deny what they govern: "fails to show", "insufficient to establish".
    static let negativeVerbs = WordSet(
        "fail fails failed failing lack lacks lacked lacking insufficient inadequate unable without unclear absent "
            + "unproven unlikely doubtful impossible")
    static let finite = WordSet("is are was were remains appears seems renders makes")
    static let conditions = WordSet("if when whether unless until once provided assuming")
    static let modals = WordSet("would could may might should can")
    private static let boundaries = WordSet(
        "but however therefore thus although though because since hence whereas which")
    private static let subjectNegations = WordSet("no none neither nothing nor")
    private static let concluding = WordSet(
        "thus therefore hence accordingly consequently so overall finally conclusion summary such above foregoing")
    private static let certified = PhraseList("certified,certification")

    func necessityStatements() -> [Conclusion.Statement] {
        var found: [(Int, Conclusion.Statement)] = []
        var candidate = words.first(NecessityScan.medically, in: range)
        while let index = candidate {
            if let statement = adjectival(index) { found.append((index, statement)) }
            candidate = words.next(after: index, in: range)
        }
        candidate = words.first(NecessityScan.necessity, in: range)
        while let index = candidate {
            if index > range.lowerBound, words[index - 1].key == NecessityScan.medical {
                found.append((index, substantive(index - 1, index)))
            }
            candidate = words.next(after: index, in: range)
        }
        return found.sorted { $0.0 < $1.0 }.map(\.1)
    }

    func certificationStatements() -> [Conclusion.Statement] {
        NecessityScan.certified.all(in: words, range).compactMap { found in
            let index = found.lowerBound
            let clause = clause(before: index)
            let before = index > range.lowerBound ? words[index - 1].key : 0
            guard clause.isNegated || before == NecessityScan.verbIs || before == NecessityScan.verbAre else {
                return nil
            }
            return statement(clause.isNegated ? false : clause.isOpen ? nil : true, from: clause.first, to: index)
        }
    }

    /// "medically necessary", "medically and clinically appropriate", "medically unnecessary".
    private func adjectival(_ index: Int) -> Conclusion.Statement? {
        for position in index + 1..<max(index + 1, min(index + 4, range.upperBound)) {
            let isNegative = NecessityScan.negativeAdjectives.contains(words[position].key)
            guard isNegative || NecessityScan.adjectives.contains(words[position].key) else { continue }
            let clause = clause(before: index)
            let isAffirmed = clause.isNegated == isNegative
            return statement(clause.isOpen && isAffirmed ? nil : isAffirmed, from: clause.first, to: position)
        }
        return nil
    }

    func statement(_ isAffirmed: Bool?, from first: Int, to last: Int) -> Conclusion.Statement {
        Conclusion.Statement(
            isAffirmed: isAffirmed, range: ByteRange(Int(words[first].start), Int(words[last].end)))
    }

    /// What the words before a place in a sentence make of it.
    struct Clause {
        /// The first word that was looked at.
        var first: Int
        /// Whether something denies it.
        var isNegated = false
        /// Whether it depends on something.
        var isOpen = false
    }

    /// Looks back from a place to the start of its clause, and on into the clause that governs it by "that" or "to".
    ///
    /// A comma between the verb and its "that" belongs to the subject ("that Ultram 50 mg, #60, is …").
    func clause(before index: Int) -> Clause {
        var clause = Clause(first: index)
        var hasVerb = false
        var isGoverned = false
        var isModal = false
        var comma: Int?
        while clause.first > range.lowerBound, index - clause.first < 45 {
            let previous = clause.first - 1
            if words.endsSentence(previous) { break }
            let key = words[previous].key
            if hasVerb, NecessityScan.boundaries.contains(key) { break }
            if hasVerb, comma == nil, words.hasComma(after: previous) { comma = clause.first }
            if comma != nil, NecessityScan.finite.contains(key) { break }
            clause.first = previous
            if key == NecessityScan.that, hasVerb || comma != nil {
                isGoverned = true
                hasVerb = false
                comma = nil
                continue
            }
            if comma != nil { continue }
            if NecessityScan.conditions.contains(key) { clause.isOpen = true }
            if NecessityScan.modals.contains(key) { isModal = true }
            if key == Word.toKey, !hasVerb { isGoverned = true }
            if denies(previous, key, hasVerb: hasVerb, isGoverned: isGoverned, isNext: previous == index - 1) {
                clause.isNegated = true
                return clause
            }
            if NecessityScan.finite.contains(key) { hasVerb = true }
        }
        clause.first = comma ?? clause.first
        if NecessityScan.subjectNegations.contains(words[clause.first].key), clause.first < index,
            !words.hasComma(after: clause.first)
        {
            clause.isNegated = true
        }
        if isModal, !concludes(clause.first) { clause.isOpen = true }
        return clause
    }

    /// Whether a word denies what follows: a negation in the clause itself, or a denying word in the clause that governs it.
    private func denies(_ index: Int, _ key: UInt64, hasVerb: Bool, isGoverned: Bool, isNext: Bool) -> Bool {
        if isNotOnly(index) { return false }
        if NecessityScan.negations.contains(key) || isNoLonger(index) { return !hasVerb || isGoverned }
        if hasVerb { return false }
        if key == NecessityScan.non { return isNext }
        return isGoverned
            && (NecessityScan.negativeVerbs.contains(key) || NecessityScan.subjectNegations.contains(key))
    }

    private func isNoLonger(_ index: Int) -> Bool {
        words[index].key == NecessityScan.no && index + 1 < range.upperBound
            && words[index + 1].key == NecessityScan.longer
    }

    private func isNotOnly(_ index: Int) -> Bool {
        index + 1 < range.upperBound && words[index + 1].key == NecessityScan.only
    }

    /// Whether the sentence that a word stands in begins by drawing a conclusion.
    private func concludes(_ index: Int) -> Bool {
        var first = index
        while first > range.lowerBound, !words.endsSentence(first - 1), index - first < 40 { first -= 1 }
        return (first..<min(first + 4, range.upperBound)).contains { NecessityScan.concluding.contains(words[$0].key) }
    }
}

extension Word {
    /// The key of "to".
    static let toKey = Word.key(of: "to")
}
