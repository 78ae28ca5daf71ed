import Determinations
import LetterReading

/// Finds statements that certify or refuse without a word of medical necessity.
///
/// - "the request is [not] certified", "approved", "authorized", "denied"; "certification is [not] recommended";
/// - "I [dis]agree with the denial"; "the denial is upheld", "the decision should [not] stand";
/// - in a rationale that says nothing of medical necessity and has none of these, and not of guidelines or others: "… is [not]
///   warranted", "indicated", "the criteria are [not] met".
///
/// A negation ends with its clause: "is not appropriate and is denied" refuses.
/// What was decided at another time is passed over ("an earlier request was …").
struct VerdictScan {
    let words: Words
    let range: Range<Int>
    /// Whether words count that guidelines use as well.
    let countsSoft: Bool

    private static let positive = WordSet("certified approved authorized granted certifiable")
    private static let negative = WordSet("denied rejected refused disapproved noncertified")
    private static let soft = WordSet(
        "warranted indicated appropriate reasonable justified supported met meet meets")
    private static let softNegative = WordSet("unwarranted unsupported inappropriate unreasonable unjustified unmet")
    private static let grants = WordSet("certification approval authorization")
    private static let refusals = WordSet("denial noncertification decision determination")
    private static let confirming = WordSet("upheld affirmed sustained stand stands confirmed supported recommended")
    private static let undoing = WordSet("overturned reversed vacated")
    private static let agreeing = WordSet("agree agrees concur concurs")
    private static let disagreeing = WordSet("disagree disagrees")
    private static let recommending = WordSet("recommend recommends")
    private static let reversing = WordSet("reversing reverse overturning overturn")
    private static let upholding = WordSet("upholding uphold affirming sustaining sustain")
    private static let measures = WordSet(
        "criteria criterion recommendations requirements prerequisites standards threshold")
    private static let verdicts = WordSet("determination decision recommendation conclusion")
    private static let that = Word.key(of: "that")
    private static let forKey = Word.key(of: "for")
    private static let negations = WordSet("not cannot never neither isn aren non no nor")
    private static let present = WordSet("is are be being should can cannot must remains do does")
    private static let elsewhere = WordSet(
        "earlier prior previous previously similar different other another if when unless until whether")
    private static let joints = WordSet("and but so therefore thus hence")
    private static let non = Word.key(of: "non")

    /// The statements, in the order of the text.
    func statements() -> [Conclusion.Statement] {
        var found: [Conclusion.Statement] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end + 1 < range.upperBound, !words.endsSentence(end) { end += 1 }
            if let statement = statement(in: start..<(end + 1)) {
                found.append(statement)
            }
            start = end + 1
        }
        return found
    }

    /// What one sentence says, by its first word that decides.
    private func statement(in sentence: Range<Int>) -> Conclusion.Statement? {
        var isNegated = false
        var lastPresent: Int?
        var subject: Bool?
        var isOwn = true
        var isRecommending = false
        var (isJoined, isGoverned) = (false, false)
        for index in sentence {
            let key = words[index].key
            if VerdictScan.elsewhere.contains(key), !isOfDecision(index) { return nil }
            if key == VerdictScan.that { isGoverned = true }
            if VerdictScan.joints.contains(key), lastPresent != nil, !isGoverned { isJoined = true }
            if VerdictScan.present.contains(key) {
                lastPresent = index
                if isJoined { (isNegated, isJoined) = (false, false) }
            }
            let isPresent = lastPresent.map { index - $0 < 5 } ?? false
            if NecessityScan.people.contains(key), !isMeasure(index + 1) { isOwn = false }
            let isNon = key == VerdictScan.non
            if VerdictScan.negations.contains(key), !isNon { (isNegated, isJoined) = (true, false) }
            let isBehindNon = index > sentence.lowerBound && words[index - 1].key == VerdictScan.non
            if let says = judgement(key, of: index, before: sentence.upperBound) {
                return says.map { statement($0 != isNegated, sentence.lowerBound, index) }
            }
            if VerdictScan.recommending.contains(key) || isVerdictFor(index) {
                lastPresent = index
                isRecommending = true
            } else if VerdictScan.grants.contains(key) {
                if isRecommending { return statement(isBehindNon == isNegated, sentence.lowerBound, index) }
                subject = !isBehindNon
            } else if VerdictScan.refusals.contains(key) {
                if isRecommending { return statement(isNegated, sentence.lowerBound, index) }
                subject = false
            } else if isPresent, let says = verdict(key, about: subject, isOwn: isOwn) {
                return statement((says != isNegated) != isBehindNon, sentence.lowerBound, index)
            }
        }
        return nil
    }

    /// "The prior determination is upheld" speaks of today.
    private func isOfDecision(_ index: Int) -> Bool {
        words.isAny(of: VerdictScan.refusals, in: index..<min(index + 5, range.upperBound))
    }

    /// "guideline criteria", "MTUS recommendations": what something is measured by, and nobody who speaks.
    private func isMeasure(_ index: Int) -> Bool {
        index < range.upperBound && VerdictScan.measures.contains(words[index].key)
    }

    /// "The determination is for [non-]certification".
    private func isVerdictFor(_ index: Int) -> Bool {
        words[index].key == VerdictScan.forKey && index > range.lowerBound + 1
            && VerdictScan.present.contains(words[index - 1].key)
            && VerdictScan.verdicts.contains(words[index - 2].key)
    }

    /// What "I [dis]agree with the denial" or "I am reversing the determination" says; a value of nil ends the sentence undecided.
    private func judgement(_ key: UInt64, of index: Int, before end: Int) -> Bool?? {
        let isOfRefusal = words.isAny(of: VerdictScan.refusals, in: index..<min(index + 7, end))
        let disagrees = VerdictScan.disagreeing.contains(key)
        if disagrees || VerdictScan.agreeing.contains(key) {
            if isOfRefusal { return .some(disagrees) }
            // "I agree that it should not be certified" goes on to say it itself.
            return disagrees && words.first(VerdictScan.that, in: index..<end) != nil ? .some(nil) : nil
        }
        guard isOfRefusal else { return nil }
        if VerdictScan.reversing.contains(key) { return .some(true) }
        return VerdictScan.upholding.contains(key) ? .some(false) : nil
    }

    /// What a deciding word says when nothing negates it; nil when it decides nothing.
    private func verdict(_ key: UInt64, about subject: Bool?, isOwn: Bool) -> Bool? {
        if VerdictScan.undoing.contains(key) { return subject == false ? true : nil }
        if let subject, VerdictScan.confirming.contains(key) { return subject }
        if VerdictScan.positive.contains(key) { return true }
        if VerdictScan.negative.contains(key) { return false }
        guard countsSoft, isOwn, subject == nil else { return nil }
        return VerdictScan.soft.contains(key) ? true : VerdictScan.softNegative.contains(key) ? false : nil
    }

    private func statement(_ isAffirmed: Bool, _ first: Int, _ last: Int) -> Conclusion.Statement {
        Conclusion.Statement(
            isAffirmed: isAffirmed, range: ByteRange(Int(words[first].start), Int(words[last].end)))
    }
}
