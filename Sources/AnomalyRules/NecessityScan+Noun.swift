import Determinations
import LetterReading

/// Statements that name "medical necessity".
///
/// - "no medical necessity", "for want of medical necessity": denied; "no doubt as to medical necessity": affirmed.
/// - "medical necessity for X has [not] been established", "… is evident", "… is in doubt": as the predicate says.
/// - "[does not] establish(es) the medical necessity of X", "meets the test of …", "argues against …": as the verb says; "to
///   establish medical necessity" alone only names an aim, and is left open.
/// - "the denial for lack of medical necessity cannot stand": as is said of the denial.
/// - "is [not] a medical necessity", "there is medical necessity": as the clause says.
extension NecessityScan {
    private static let absences = WordSet(
        "no without lack lacks lacking absence insufficient neither nor never want dearth nothing little short")
    private static let doubts = WordSet("doubt doubts question questions uncertainty dispute objection")
    private static let denialNouns = WordSet("denial denied nonauthorization refusal rejection adverse")
    private static let linking = WordSet(
        "the a an any of for to as about regarding on clear requested case argument basis evidence grounds convincing strong good "
            + "documented demonstrated established proven stated substantiated apparent evident real "
            + "sufficient persuasive compelling objective adequate finding test tests standard standards level threshold "
            + "requirement requirements criteria criterion definition burden conclusion current")
    private static let against = Word.key(of: "against")
    /// Words that deny a predicate after "medical necessity"; "without" and the like belong to the treatment there.
    private static let failures = WordSet(
        "not cannot never neither isn wasn hasn haven doesn fails failed lacks unable beyond")
    private static let negativePredicates = WordSet(
        "unproven unsupported unsubstantiated undocumented unestablished unclear unknown questionable lacking absent doubtful "
            + "undetermined uncertain question doubt dispute precluded missing negated contradicted")
    private static let predicates = WordSet(
        "established supported demonstrated documented determined met substantiated evident clear shown confirmed proven "
            + "affirmed apparent warranted justified satisfied verified found present made validated evidenced corroborated "
            + "identified recognized recognised indicated proved obvious upheld sustained accepted exists carried granted "
            + "conceded certified certain plain supports")
    private static let answers = (yes: Word.key(of: "yes"), no: Word.key(of: "no"))
    private static let there = Word.key(of: "there")
    private static let article = Word.key(of: "a")
    private static let articles = WordSet("the its their clinical")
    private static let so = Word.key(of: "so")
    private static let asWord = Word.key(of: "as")
    private static let auxiliaries = WordSet("has have had be been can could would may remain exists supports")
    private static let verbs = WordSet(
        "establish establishes established establishing support supports supported supporting substantiate substantiates "
            + "substantiated demonstrate demonstrates demonstrated demonstrating show shows showed showing confirm confirms "
            + "confirmed affirm affirms affirmed document documents documented documenting justify justifies justified prove "
            + "proves proved proving meet meets met meeting satisfy satisfies satisfied indicate indicates indicated evidence "
            + "evidences corroborate corroborates verify verifies verified validate validates validated determine determines "
            + "determined warrant warrants find finds found see sees pass passes passed rise rises reach reaches argue argues "
            + "speak speaks certify accept accepts fail fails failed makes make made provides provide provided offers offer presents "
            + "contain contains")
    private static let failing = WordSet("fail fails failed")
    private static let conditions = WordSet("if when whether unless until once assuming where")

    /// The statement whose words "medical necessity" stand at two neighbouring indices.
    func substantive(_ first: Int, _ last: Int) -> Conclusion.Statement {
        if let absence = absence(before: first) {
            let clause = clause(before: absence.first)
            guard source(of: clause, at: first, last).isOwn else {
                return resumed(after: last) ?? statement(nil, from: clause.first, to: last)
            }
            let before = clause.first..<absence.first
            let isOpinion = isOpinionOfOthers(before)
            if isOpinion || words.isAny(of: NecessityScan.denialNouns, in: before),
                let after = predicate(after: last, judges: true)
            {
                return after
            }
            return statement(isOpinion ? nil : absence.affirms, from: absence.first, to: last)
        }
        if let echoed = echoed(before: first) { return echoed }
        let clause = clause(before: first)
        if let after = predicate(after: last, judges: false), after.isAffirmed == false || !isObject(first) {
            return source(of: clause, at: first, last).isOwn ? after : statement(nil, from: clause.first, to: last)
        }
        if let verb = verb(before: first) {
            var clause = self.clause(before: verb.index)
            let isAim = verb.index > range.lowerBound && words[verb.index - 1].key == Word.toKey && !clause.isNegated
            clause.isOpen = clause.isOpen || (isAim && !isEnough(clause.first..<verb.index))
            return judged(clause, saysNo: verb.isNegative, from: first, to: last)
        }
        if clause.isNegated { return judged(clause, saysNo: false, from: first, to: last) }
        let before = first > range.lowerBound ? words[first - 1].key : 0
        let isNamed =
            before == NecessityScan.article || before == NecessityScan.asWord
            || words.first(NecessityScan.there, in: clause.first..<first) != nil
        guard isNamed else { return statement(nil, from: clause.first, to: last) }
        return judged(clause, saysNo: false, from: first, to: last)
    }

    /// "The necessity of X has [not] been established": necessity that is not called medical counts only with such a predicate.
    func bare(_ index: Int) -> Conclusion.Statement? {
        guard index > range.lowerBound, NecessityScan.articles.contains(words[index - 1].key),
            let after = predicate(after: index, judges: false)
        else { return nil }
        return source(of: clause(before: index), at: index, index).isOwn ? after : nil
    }

    /// "Medical necessity [not] established."
    private func isElliptical(_ position: Int, after last: Int) -> Bool {
        guard position + 1 >= range.upperBound || words.endsSentence(position) else { return false }
        return position == last + 1 || (position == last + 2 && NecessityScan.failures.contains(words[last + 1].key))
    }

    /// "The criteria are missing, and so is the medical necessity of X": as is said before.
    private func echoed(before first: Int) -> Conclusion.Statement? {
        var verb = first - 1
        if verb > range.lowerBound, NecessityScan.articles.contains(words[verb].key) { verb -= 1 }
        guard verb - 1 > range.lowerBound, NecessityScan.finite.contains(words[verb].key),
            words[verb - 1].key == NecessityScan.so, !words.endsSentence(verb - 1)
        else { return nil }
        var isNegated = false
        var says: Bool?
        for index in words.sentence(around: verb, in: range) where index < verb - 1 {
            let key = words[index].key
            if NecessityScan.failures.contains(key) { isNegated = true }
            if NecessityScan.negativePredicates.contains(key) { says = isNegated }
            if NecessityScan.predicates.contains(key) { says = !isNegated }
        }
        return says.map { statement($0, from: verb - 1, to: first + 1) }
    }

    /// A word just before that says there is none, or that doubts it; "no doubt" affirms.
    private func absence(before first: Int) -> (first: Int, affirms: Bool)? {
        var index = first
        var doubt: Int?
        while index > range.lowerBound, first - index < 7, !words.endsSentence(index - 1) {
            index -= 1
            let key = words[index].key
            if NecessityScan.absences.contains(key) { return (index, doubt != nil) }
            if NecessityScan.doubts.contains(key) {
                doubt = index
            } else if !NecessityScan.linking.contains(key) {
                break
            }
        }
        return nil
    }

    /// The verb that has "medical necessity" as its object, and whether it denies it.
    private func verb(before first: Int) -> (index: Int, isNegative: Bool)? {
        var index = first
        var isAgainst = false
        while index > range.lowerBound, first - index < 7, !words.endsSentence(index - 1) {
            index -= 1
            let key = words[index].key
            if NecessityScan.verbs.contains(key) { return (index, isAgainst || NecessityScan.failing.contains(key)) }
            if key == NecessityScan.against {
                isAgainst = true
            } else if !NecessityScan.linking.contains(key) {
                return nil
            }
        }
        return nil
    }

    private static let that = Word.key(of: "that")

    /// "A request that establishes medical necessity can be made": what is affirmed behind is said of the request.
    private func isObject(_ first: Int) -> Bool {
        guard let verb = verb(before: first)?.index, verb > range.lowerBound else { return false }
        return words[verb - 1].key == NecessityScan.that
    }

    private static let enough = WordSet("enough sufficient sufficiently adequate ample able")

    /// "Enough is documented to support …", "I am able to establish …" is more than an aim.
    private func isEnough(_ place: Range<Int>) -> Bool { words.isAny(of: NecessityScan.enough, in: place) }

    private static let original = Phrase("original request")
    private static let portion = Phrase("portion of the original request")

    /// Where a heading is repeated whole ("for X was the original request. Y was authorized …"), its words "original request".
    private func headingEnd(after position: Int) -> Int? {
        guard words.matches(NecessityScan.original, before: position + 1) else { return nil }
        let rest = (position + 1)..<min(position + 60, range.upperBound)
        return words.first(NecessityScan.portion, in: rest).map { $0 + NecessityScan.portion.count - 1 }
    }

    private static let judging = WordSet("stand supported upheld affirmed justified sustained correct right warranted")
    private static let overruling = WordSet(
        "reversed overturned unsupported incorrect wrong error mistaken unwarranted")

    /// The predicate after "medical necessity": negated, affirmed, or none in this sentence.
    /// - Parameter judges: Whether the predicate is about a denial, so that what supports it denies necessity.
    private func predicate(after last: Int, judges: Bool) -> Conclusion.Statement? {
        var isNegated = false
        var hasVerb = false
        var position = last
        while position + 1 < range.upperBound, position - last < 90, !words.endsSentence(position) {
            position += 1
            let key = words[position].key
            if NecessityScan.conditions.contains(key) || isProviso(position) { return nil }
            if NecessityScan.failures.contains(key) { isNegated = true }
            if NecessityScan.auxiliaries.contains(key) || NecessityScan.finite.contains(key) { hasVerb = true }
            let isEnd = position + 1 >= range.upperBound || words.endsSentence(position)
            if isEnd, let next = headingEnd(after: position) {
                position = next
                hasVerb = false
                isNegated = false
                continue
            }
            if judges {
                if NecessityScan.judging.contains(key) { return statement(isNegated, from: last - 1, to: position) }
                if NecessityScan.overruling.contains(key) { return statement(!isNegated, from: last - 1, to: position) }
            } else if NecessityScan.negativePredicates.contains(key), hasVerb || isEnd {
                return statement(isNegated, from: last - 1, to: position)
            } else if hasVerb || isElliptical(position, after: last), NecessityScan.predicates.contains(key) {
                return statement(!isNegated, from: last - 1, to: position)
            } else if hasVerb, isEnd, key == NecessityScan.answers.yes || key == NecessityScan.answers.no {
                return statement(key == NecessityScan.answers.yes, from: last - 1, to: position)
            }
        }
        return isNegated && hasVerb && !judges ? statement(false, from: last - 1, to: position) : nil
    }
}

extension NecessityScan.Source {
    /// Whether it is the reviewer's own.
    var isOwn: Bool {
        if case .own = self { true } else { false }
    }
}

extension Words {
    /// Whether one of some words stands in a range.
    func isAny(of set: WordSet, in range: Range<Int>) -> Bool { range.contains { set.contains(words[$0].key) } }
}
