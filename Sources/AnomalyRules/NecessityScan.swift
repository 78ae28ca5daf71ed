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

    private static func keys(_ list: String) -> Set<UInt64> {
        Set(list.split(separator: " ").map { Word.key(of: String($0)) })
    }

    private static let medically = Word.key(of: "medically")
    private static let medical = Word.key(of: "medical")
    private static let necessity = Word.key(of: "necessity")
    private static let adjectives = keys("necessary appropriate indicated warranted reasonable needed necessitated")
    private static let negations = keys("not cannot never nor neither non isn wasn aren doesn weren hasn couldn")
    private static let negativeVerbs = keys(
        "fail fails failed lack lacks lacked lacking insufficient inadequate unable without unclear absent unproven")
    private static let finite = keys("is are was were remains remain appears appear seems seem")
    private static let conditions = keys(
        "would could may might if when whether unless should until once considered")
    private static let boundaries = keys("but however therefore thus although though because since hence whereas")
    private static let subjectNegations = keys("no none neither")
    private static let predicates = keys(
        "established supported demonstrated documented determined met substantiated evident clear shown confirmed proven "
            + "affirmed apparent warranted justified satisfied verified provided found present made validated evidenced "
            + "corroborated identified recognized recognised indicated")
    private static let certified = keys("certified certification")
    private static let denialWords = keys("upheld overturned")

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
        range.compactMap { index in
            guard NecessityScan.certified.contains(words[index].key) else { return nil }
            let (first, isNegated, isOpen) = clause(before: index)
            guard isNegated || words[index - 1].key == Word.key(of: "is") || words[index - 1].key == Word.key(of: "are")
            else { return nil }
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
            if endsSentence(previous) { break }
            if hasVerb, hasComma(after: previous) || NecessityScan.boundaries.contains(words[previous].key) { break }
            let key = words[previous].key
            position = previous
            if NecessityScan.conditions.contains(key) { isOpen = true }
            if NecessityScan.negations.contains(key), !hasVerb || index - previous < 12, !isNotOnly(previous) {
                return (previous, true, isOpen)
            }
            if NecessityScan.finite.contains(key) { hasVerb = true }
        }
        if hasVerb, NecessityScan.subjectNegations.contains(words[position].key), !hasComma(after: position) {
            return (position, true, isOpen)
        }
        return (position, false, isOpen)
    }

    /// "medical necessity … has not been established", "no medical necessity", "is indicated as a medical necessity".
    private func substantive(_ first: Int, _ last: Int) -> Conclusion.Statement? {
        if let after = predicate(after: last) { return after }
        var position = first
        while position > range.lowerBound, first - position < 12, !endsSentence(position - 1) {
            position -= 1
            let key = words[position].key
            if NecessityScan.negations.contains(key) || NecessityScan.negativeVerbs.contains(key)
                || NecessityScan.subjectNegations.contains(key)
            {
                return statement(false, from: position, to: last)
            }
        }
        let before = first - 1
        guard before > range.lowerBound, words[before].key == Word.key(of: "a") else {
            return statement(nil, from: first, to: last)
        }
        return statement(true, from: before, to: last)
    }

    /// The predicate after "medical necessity": negated, affirmed, or none in this sentence.
    private func predicate(after last: Int) -> Conclusion.Statement? {
        var isNegated = false
        var hasVerb = false
        var position = last
        while position + 1 < range.upperBound, position - last < 40, !endsSentence(position) {
            position += 1
            let key = words[position].key
            if NecessityScan.negations.contains(key) || NecessityScan.negativeVerbs.contains(key) { isNegated = true }
            if NecessityScan.finite.contains(key) || key == Word.key(of: "has") || key == Word.key(of: "be") {
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
        index + 1 < range.upperBound && words[index + 1].key == Word.key(of: "only")
    }

    private func hasComma(after index: Int) -> Bool {
        let mark = words.text[Int(words[index].end)...].first
        return mark == UInt8(ascii: ",") || mark == UInt8(ascii: ";") || mark == UInt8(ascii: ":")
    }

    /// A full stop, question or exclamation mark after a word, and white space or the end after that.
    private func endsSentence(_ index: Int) -> Bool {
        let end = Int(words[index].end)
        guard end < words.text.count else { return true }
        let mark = words.text[end]
        guard mark == 0x2E || mark == 0x3F || mark == 0x21 else { return false }
        return end + 1 >= words.text.count || !(words.text[end + 1] &- 0x30 < 10)
    }
}
