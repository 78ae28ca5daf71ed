import Determinations
import LetterReading

/// Finds statements of necessity in a rationale and decides whether they affirm or deny.
///
/// - "(is) [not] medically necessary [and appropriate]", "medically appropriate", "medically indicated", "medically
///   warranted": a negation stands before it in the same clause, perhaps at a distance ("cannot be deemed to be").
/// - "medical necessity": the negation stands before ("no medical necessity", "does not establish medical necessity") or
///   after it ("medical necessity for X has not been established").
/// - A statement under "would", "if", "when" and the like is left open: it often quotes a guideline.
struct NecessityScan {
    let words: Words
    let range: Range<Int>

    private static let medically = Word.key(of: "medically")
    private static let medical = Word.key(of: "medical")
    private static let necessity = Word.key(of: "necessity")
    private static let verbIs = Word.key(of: "is")
    private static let verbAre = Word.key(of: "are")
    private static let verbHas = Word.key(of: "has")
    private static let verbBe = Word.key(of: "be")
    private static let articleA = Word.key(of: "a")
    private static let only = Word.key(of: "only")
    private static let adjectives = WordSet("necessary appropriate indicated warranted reasonable needed necessitated")
    private static let negations = WordSet("not cannot never nor neither non isn wasn aren doesn weren hasn couldn")
    private static let negativeVerbs = WordSet(
        "fail fails failed lack lacks lacked lacking insufficient inadequate unable without unclear absent unproven")
    private static let finite = WordSet("is are was were remains remain appears appear seems seem")
    private static let conditions = WordSet(
        "would could may might if when whether unless should until once")
    private static let boundaries = WordSet("but however therefore thus although though because since hence whereas")
    private static let subjectNegations = WordSet("no none neither")
    private static let predicates = WordSet(
        "established supported demonstrated documented determined met substantiated evident clear shown confirmed proven "
            + "affirmed apparent warranted justified satisfied verified provided found present made validated evidenced "
            + "corroborated identified recognized recognised indicated")
    private static let certified = PhraseList("certified,certification")

    func necessityStatements() -> [Conclusion.Statement] {
        var found: [(Int, Conclusion.Statement)] = []
        var candidate = words.first(NecessityScan.medically, in: range)
        while let index = candidate {
            if let adjective = adjective(after: index) { found.append((index, adjectival(index, adjective))) }
            candidate = words.next(after: index, in: range)
        }
        candidate = words.first(NecessityScan.necessity, in: range)
        while let index = candidate {
            if index > range.lowerBound, words[index - 1].key == NecessityScan.medical,
                let statement = substantive(index - 1, index)
            {
                found.append((index, statement))
            }
            candidate = words.next(after: index, in: range)
        }
        return found.sorted { $0.0 < $1.0 }.map(\.1)
    }

    func certificationStatements() -> [Conclusion.Statement] {
        NecessityScan.certified.all(in: words, range).compactMap { found in
            let index = found.lowerBound
            let (first, isNegated, isOpen) = clause(before: index)
            let before = index > range.lowerBound ? words[index - 1].key : 0
            guard isNegated || before == NecessityScan.verbIs || before == NecessityScan.verbAre else { return nil }
            return statement(isOpen && !isNegated ? nil : !isNegated, from: first, to: index)
        }
    }

    /// "medically necessary", "medically and clinically appropriate".
    private func adjective(after index: Int) -> Int? {
        (index + 1..<min(index + 4, range.upperBound)).first { NecessityScan.adjectives.contains(words[$0].key) }
    }

    private func adjectival(_ index: Int, _ adjective: Int) -> Conclusion.Statement {
        let (first, isNegated, isOpen) = clause(before: index)
        return statement(isNegated ? false : isOpen ? nil : true, from: first, to: adjective)
    }

    private func statement(_ isAffirmed: Bool?, from first: Int, to last: Int) -> Conclusion.Statement {
        Conclusion.Statement(
            isAffirmed: isAffirmed, range: ByteRange(Int(words[first].start), Int(words[last].end)))
    }

    /// Looks back from the words that name necessity to the start of their clause.
    private func clause(before index: Int) -> (first: Int, isNegated: Bool, isOpen: Bool) {
        var position = index
        var hasVerb = false
        var isOpen = false
        while position > range.lowerBound, index - position < 40 {
            let previous = position - 1
            if words.endsSentence(previous) { break }
            if hasVerb, words.hasComma(after: previous) || NecessityScan.boundaries.contains(words[previous].key) {
                break
            }
            let key = words[previous].key
            position = previous
            if NecessityScan.conditions.contains(key) { isOpen = true }
            if NecessityScan.negations.contains(key), !hasVerb || index - previous < 12, !isNotOnly(previous) {
                return (previous, true, isOpen)
            }
            if NecessityScan.finite.contains(key) { hasVerb = true }
        }
        if hasVerb, NecessityScan.subjectNegations.contains(words[position].key), !words.hasComma(after: position) {
            return (position, true, isOpen)
        }
        return (position, false, isOpen)
    }

    /// "medical necessity … has not been established", "no medical necessity", "is indicated as a medical necessity".
    private func substantive(_ first: Int, _ last: Int) -> Conclusion.Statement? {
        if let after = predicate(after: last) { return after }
        var position = first
        while position > range.lowerBound, first - position < 12, !words.endsSentence(position - 1) {
            position -= 1
            let key = words[position].key
            if NecessityScan.negations.contains(key) || NecessityScan.negativeVerbs.contains(key)
                || NecessityScan.subjectNegations.contains(key)
            {
                return statement(false, from: position, to: last)
            }
        }
        let before = first - 1
        guard before > range.lowerBound, words[before].key == NecessityScan.articleA else {
            return statement(nil, from: first, to: last)
        }
        return statement(true, from: before, to: last)
    }

    /// The predicate after "medical necessity": negated, affirmed, or none in this sentence.
    private func predicate(after last: Int) -> Conclusion.Statement? {
        var isNegated = false
        var hasVerb = false
        var position = last
        while position + 1 < range.upperBound, position - last < 40, !words.endsSentence(position) {
            position += 1
            let key = words[position].key
            if NecessityScan.negations.contains(key) || NecessityScan.negativeVerbs.contains(key) { isNegated = true }
            if NecessityScan.finite.contains(key) || key == NecessityScan.verbHas || key == NecessityScan.verbBe {
                hasVerb = true
            }
            if NecessityScan.conditions.contains(key) { return nil }
            if hasVerb || isNegated, NecessityScan.predicates.contains(key) {
                return statement(!isNegated, from: last - 1, to: position)
            }
        }
        return isNegated && hasVerb ? statement(false, from: last - 1, to: position) : nil
    }

    private func isNotOnly(_ index: Int) -> Bool {
        index + 1 < range.upperBound && words[index + 1].key == NecessityScan.only
    }
}
