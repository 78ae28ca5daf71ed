import Determinations
import LetterReading

/// Finds statements that certify or refuse without a word of medical necessity.
///
/// - "the request is [not] certified", "approved", "authorized", "denied"; "certification is [not] recommended";
/// - "I [dis]agree with the denial"; "the denial is upheld", "the decision should [not] stand";
/// - in a rationale that says nothing of medical necessity and has none of these, and not of guidelines or others: "… is [not]
///   warranted", "indicated", "the criteria are [not] met".
///
/// A negation ends with its clause: "is not appropriate and is denied" and "as they are not met, it is denied" refuse.
/// What was decided at another time is passed over ("an earlier request was …").
struct VerdictScan {
    let words: Words
    let range: Range<Int>
    /// Whether words count that guidelines use as well.
    let countsSoft: Bool

    private let vocabulary = VerdictScan.vocabulary

    init(words: Words, range: Range<Int>, countsSoft: Bool) {
        self.words = words
        self.range = range
        self.countsSoft = countsSoft
    }

    /// What a word can be in a sentence that certifies or refuses.
    private enum Part: UInt8 {
        case positive, negative, soft, softNegative
        case grant, refusal, confirming, undoing
        case agreeing, disagreeing, recommending, reversing, upholding
        case negation, non, present, people, elsewhere, `for`, that, joint
    }

    private static let vocabulary = Vocabulary<Part>([
        (.positive, "certified approved authorized granted certifiable"),
        (.negative, "denied rejected refused disapproved noncertified"),
        (.soft, "warranted indicated appropriate reasonable justified supported met meet meets"),
        (.softNegative, "unwarranted unsupported inappropriate unreasonable unjustified unmet"),
        (.grant, "certification approval authorization"),
        (.refusal, "denial noncertification decision determination"),
        (.confirming, "upheld affirmed sustained stand stands confirmed supported recommended"),
        (.undoing, "overturned reversed vacated"), (.agreeing, "agree agrees concur concurs"),
        (.disagreeing, "disagree disagrees"), (.recommending, "recommend recommends"),
        (.reversing, "reversing reverse overturning overturn"),
        (.upholding, "upholding uphold affirming sustaining sustain"),
        (.negation, "not cannot never neither isn aren no nor none nothing"), (.non, "non"),
        (.present, "is are be being should can cannot must remains do does"), (.people, NecessityScan.peopleNames),
        (
            .elsewhere,
            "earlier prior previous previously similar different other another if when unless until whether"
        ), (.for, "for"), (.that, "that"), (.joint, "and but so therefore thus hence"),
    ])
    private static let measures = WordSet(
        "criteria criterion recommendations requirements prerequisites standards threshold")
    private static let verdicts = WordSet("determination decision recommendation conclusion")
    private static let that = Word.key(of: "that")
    private static let be = Word.key(of: "be")
    /// What begins so behind a comma is an aside, behind which the clause goes on: "is not, as the guideline says, certified".
    private static let asides = WordSet("as since because given which who in at for under although while")

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
            let parts = parts(of: index)
            if lastPresent != nil, !isGoverned, startsClause(index) { isJoined = true }
            if parts.isEmpty { continue }
            if parts.contains(.elsewhere), !isOfDecision(index) { return nil }
            if parts.contains(.that) { isGoverned = true }
            if parts.contains(.joint), lastPresent != nil, !isGoverned { isJoined = true }
            if parts.contains(.present) {
                lastPresent = index
                if isJoined, words[index].key != VerdictScan.be { (isNegated, isJoined) = (false, false) }
            }
            let isPresent = lastPresent.map { index - $0 < 5 } ?? false
            if parts.contains(.people), !isMeasure(index + 1) { isOwn = false }
            if parts.contains(.negation) { (isNegated, isJoined) = (true, false) }
            let isBehindNon = index > sentence.lowerBound && self.parts(of: index - 1).contains(.non)
            if let says = judgement(parts, of: index, before: sentence.upperBound) {
                return says.map { statement($0 != isNegated, sentence.lowerBound, index) }
            }
            if parts.contains(.recommending) || parts.contains(.for) && isOfVerdict(index) {
                lastPresent = index
                isRecommending = true
            } else if parts.contains(.grant) {
                if isRecommending { return statement(isBehindNon == isNegated, sentence.lowerBound, index) }
                subject = !isBehindNon
            } else if parts.contains(.refusal) {
                if isRecommending { return statement(isNegated, sentence.lowerBound, index) }
                subject = false
            } else if isPresent, let says = verdict(parts, about: subject, isOwn: isOwn) {
                return statement((says != isNegated) != isBehindNon, sentence.lowerBound, index)
            }
        }
        return nil
    }

    private func parts(of index: Int) -> Vocabulary<Part>.Parts { vocabulary[words[index].key] }

    /// Whether a clause of its own may begin behind a comma: "As the criteria are not met, …".
    private func startsClause(_ index: Int) -> Bool {
        index > range.lowerBound && words.hasComma(after: index - 1) && !VerdictScan.asides.contains(words[index].key)
    }

    private func isAnyRefusal(in place: Range<Int>) -> Bool { place.contains { parts(of: $0).contains(.refusal) } }

    /// "The prior determination is upheld" speaks of today.
    private func isOfDecision(_ index: Int) -> Bool { isAnyRefusal(in: index..<min(index + 5, range.upperBound)) }

    /// "guideline criteria", "MTUS recommendations": what something is measured by, and nobody who speaks.
    private func isMeasure(_ index: Int) -> Bool {
        index < range.upperBound && VerdictScan.measures.contains(words[index].key)
    }

    /// "The determination is for [non-]certification".
    private func isOfVerdict(_ index: Int) -> Bool {
        index > range.lowerBound + 1 && parts(of: index - 1).contains(.present)
            && VerdictScan.verdicts.contains(words[index - 2].key)
    }

    /// What "I [dis]agree with the denial" or "I am reversing the determination" says; a value of nil ends the sentence undecided.
    private func judgement(_ parts: Vocabulary<Part>.Parts, of index: Int, before end: Int) -> Bool?? {
        func isOfRefusal() -> Bool { isAnyRefusal(in: index..<min(index + 7, end)) }
        let disagrees = parts.contains(.disagreeing)
        if disagrees || parts.contains(.agreeing) {
            if isOfRefusal() { return .some(disagrees) }
            // "I agree that it should not be certified" goes on to say it itself.
            return disagrees && words.first(VerdictScan.that, in: index..<end) != nil ? .some(nil) : nil
        }
        if parts.contains(.reversing), isOfRefusal() { return .some(true) }
        return parts.contains(.upholding) && isOfRefusal() ? .some(false) : nil
    }

    /// What a deciding word says when nothing negates it; nil when it decides nothing.
    private func verdict(_ parts: Vocabulary<Part>.Parts, about subject: Bool?, isOwn: Bool) -> Bool? {
        if parts.contains(.undoing) { return subject == false ? true : nil }
        if let subject, parts.contains(.confirming) { return subject }
        if parts.contains(.positive) { return true }
        if parts.contains(.negative) { return false }
        guard countsSoft, isOwn, subject == nil else { return nil }
        return parts.contains(.soft) ? true : parts.contains(.softNegative) ? false : nil
    }

    private func statement(_ isAffirmed: Bool, _ first: Int, _ last: Int) -> Conclusion.Statement {
        Conclusion.Statement(
            isAffirmed: isAffirmed, range: ByteRange(Int(words[first].start), Int(words[last].end)))
    }
}
