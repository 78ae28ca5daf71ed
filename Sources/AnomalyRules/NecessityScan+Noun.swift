import Determinations
import LetterReading

/// Statements that name "medical necessity".
///
/// - "no medical necessity", "lack of medical necessity": denied.
/// - "medical necessity for X has [not] been established", "… is evident", "… could not be affirmed": as the predicate says.
/// - "[does not] establish(es) the medical necessity of X", "insufficient to support …": as the verb says; "to establish medical
///   necessity" alone only names an aim, and is left open.
/// - "is [not] a medical necessity", "there is medical necessity": as the clause says.
extension NecessityScan {
    private static let absences = WordSet("no without lack lacks lacking absence insufficient neither nor never")
    private static let linking = WordSet("the a any of for and clear")
    private static let articles = WordSet("a the any of its their this")
    /// Words that deny a predicate after "medical necessity"; "without" and the like belong to the treatment there.
    private static let failures = WordSet("fails failed lacks unable")
    private static let negativePredicates = WordSet(
        "unproven unsupported unsubstantiated undocumented unestablished unclear unknown questionable lacking absent doubtful "
            + "undetermined uncertain")
    private static let there = Word.key(of: "there")
    private static let article = Word.key(of: "a")
    private static let asWord = Word.key(of: "as")
    private static let auxiliaries = WordSet("is are was were has have had be been can could would may remains remain")
    private static let predicates = WordSet(
        "established supported demonstrated documented determined met substantiated evident clear shown confirmed proven "
            + "affirmed apparent warranted justified satisfied verified found present made validated evidenced corroborated "
            + "identified recognized recognised indicated proved obvious upheld sustained")
    private static let verbs = WordSet(
        "establish establishes established support supports supported substantiate substantiates substantiated demonstrate "
            + "demonstrates demonstrated show shows showed confirm confirms confirmed affirm affirms affirmed document "
            + "documents documented justify justifies justified prove proves proved meet meets met satisfy satisfies "
            + "satisfied indicate indicates indicated evidence evidences corroborate corroborates verify verifies verified "
            + "validate validates validated determine determines determined warrant warrants find finds found see sees")

    /// The statement whose words "medical necessity" stand at two neighbouring indices.
    func substantive(_ first: Int, _ last: Int) -> Conclusion.Statement {
        if let absence = absence(before: first) { return statement(false, from: absence, to: last) }
        if let after = predicate(after: last) { return after }
        if let verb = verb(before: first) {
            let clause = clause(before: verb)
            let isAim = verb > range.lowerBound && words[verb - 1].key == Word.toKey
            if clause.isNegated { return statement(false, from: clause.first, to: last) }
            return statement(clause.isOpen || isAim ? nil : true, from: verb, to: last)
        }
        let clause = clause(before: first)
        if clause.isNegated { return statement(false, from: clause.first, to: last) }
        let before = first > range.lowerBound ? words[first - 1].key : 0
        let isNamed =
            before == NecessityScan.article || before == NecessityScan.asWord || hasThere(clause.first..<first)
        return statement(isNamed && !clause.isOpen ? true : nil, from: clause.first, to: last)
    }

    /// A word just before that says there is none.
    private func absence(before first: Int) -> Int? {
        var index = first
        while index > range.lowerBound, first - index < 4, !words.endsSentence(index - 1) {
            index -= 1
            if NecessityScan.absences.contains(words[index].key) { return index }
            if !NecessityScan.linking.contains(words[index].key) { return nil }
        }
        return nil
    }

    /// The verb that has "medical necessity" as its object.
    private func verb(before first: Int) -> Int? {
        var index = first
        while index > range.lowerBound, first - index < 4, !words.endsSentence(index - 1) {
            index -= 1
            if NecessityScan.verbs.contains(words[index].key) { return index }
            if !NecessityScan.articles.contains(words[index].key) { return nil }
        }
        return nil
    }

    /// The predicate after "medical necessity": negated, affirmed, or none in this sentence.
    private func predicate(after last: Int) -> Conclusion.Statement? {
        var isNegated = false
        var hasVerb = false
        var position = last
        while position + 1 < range.upperBound, position - last < 40, !words.endsSentence(position) {
            position += 1
            let key = words[position].key
            if NecessityScan.conditions.contains(key) { return nil }
            if NecessityScan.negations.contains(key) || NecessityScan.failures.contains(key) { isNegated = true }
            if NecessityScan.auxiliaries.contains(key) || NecessityScan.finite.contains(key) { hasVerb = true }
            if hasVerb, NecessityScan.negativePredicates.contains(key) {
                return statement(isNegated, from: last - 1, to: position)
            }
            if hasVerb, NecessityScan.predicates.contains(key) {
                return statement(!isNegated, from: last - 1, to: position)
            }
        }
        return isNegated && hasVerb ? statement(false, from: last - 1, to: position) : nil
    }

    /// "There is medical necessity".
    private func hasThere(_ range: Range<Int>) -> Bool {
        words.first(NecessityScan.there, in: range) != nil
    }
}
