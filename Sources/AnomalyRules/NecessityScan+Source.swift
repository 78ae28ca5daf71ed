import LetterReading

/// Whose statement it is: the reviewer's own, or one that is only reported.
///
/// - "Utilization review found it not medically necessary", "the guideline considers …", "certified by the claims administrator".
/// - "The provider's contention that it is … is not supported": reported, and judged by the predicate behind it.
/// - A quotation.
extension NecessityScan {
    /// Whose statement it is.
    enum Source {
        /// The reviewer's.
        case own
        /// Somebody else's, and the sentence does not say whether they are right.
        case reported
        /// Somebody else's, and the sentence says whether they are right.
        case judged(isRight: Bool)
    }

    static let peopleNames =
        "utilization ur administrator insurer insurance carrier adjuster employer provider providers prescriber physician doctor "
        + "surgeon guideline guidelines mtus odg acoem chapter chapters studies literature denial letter agency "
        + "appeal patient worker applicant claimant attorney"
    private static let people = WordSet(peopleNames)
    private static let reporting = WordSet(
        "found finds find held holds considered considers consider deemed deems deem believes believed believe feels felt argues "
            + "argued arguing asserts asserted states stated state stating notes noted wrote writes called calls call says said "
            + "claimed maintains maintained contends contended opined denied certified concluded determined declined "
            + "reports reported lists listed regarded regards labeled described insisted")
    private static let opinions = WordSet(
        "contention finding view opinion belief assertion conclusion claim argument position determination statement decision "
            + "suggestion reasoning denial ground concern objection rationale reason opinions")
    private static let own = WordSet("i my me reviewer contrary despite notwithstanding")
    private static let earlier = WordSet("previous prior earlier former first initial s utilization ur")
    private static let passives = WordSet("is are was were be been being to")
    private static let answering = WordSet("bear bears support supports confirm confirms justify agree concur")
    private static let disagreeing = WordSet("disagree disagrees contradict contradicts refute refutes")
    /// An opinion that is itself the subject of its sentence begins at most so many words before "that".
    private static let longestSubject = 8
    private static let by = Word.key(of: "by")
    private static let right = WordSet(
        "supported correct right borne confirmed accepted justified persuasive upheld sound affirmed convincing sustained stand "
            + "stands reasonable agree valid well")
    private static let wrong = WordSet(
        "rejected incorrect wrong unsupported overturned reversed mistaken error erroneous unpersuasive unfounded unconvincing "
            + "refuted contradicted unreasonable disregarded baseless")
    private static let negations = WordSet("not cannot never no neither isn wasn doesn")
    private static let predicateStarts = WordSet("is are was were cannot can does has should must remains will could")

    /// Whose statement it is that names necessity at some words.
    func source(of clause: Clause, at index: Int, _ last: Int) -> Source {
        if isQuoted(index) { return .reported }
        if let that = clause.that, isOpinion(before: that, from: clause.first) {
            // "The contention that it is … is not supported": without such a predicate the verb before judges.
            if let isRight = predicate(after: last) { return .judged(isRight: isRight) }
            let isSubject =
                that - clause.reach < NecessityScan.longestSubject
                && !words.isAny(of: NecessityScan.denying, in: clause.reach..<that)
            return isSubject ? .reported : .own
        }
        if isReported(from: clause.reach, before: clause.that ?? index) || isReportedBySomebody(after: last) {
            return answer(after: last).map { .judged(isRight: $0) } ?? .reported
        }
        return .own
    }

    /// Whether the words before "that" are somebody else's opinion.
    private func isOpinion(before that: Int, from first: Int) -> Bool {
        guard that > range.lowerBound, NecessityScan.opinions.contains(words[that - 1].key) else { return false }
        return isOfOthers(first..<that)
    }

    /// Whether it names an opinion, and somebody else who has it: "the finding of utilization review".
    func isOpinionOfOthers(_ place: Range<Int>) -> Bool {
        words.isAny(of: NecessityScan.opinions, in: place) && isOfOthers(place)
    }

    /// Whether somebody else is named and the reviewer is not.
    func isOfOthers(_ place: Range<Int>) -> Bool {
        var hasOthers = false
        for index in place {
            let key = words[index].key
            if NecessityScan.own.contains(key) {
                let isEarlier = index > range.lowerBound && NecessityScan.earlier.contains(words[index - 1].key)
                guard isEarlier else { return false }
                hasOthers = true
            }
            if NecessityScan.people.contains(key) { hasOthers = true }
        }
        return hasOthers
    }

    /// Whether a verb before a place has somebody else as its subject: "the provider believes …".
    private func isReported(from start: Int, before place: Int) -> Bool {
        for index in stride(from: place - 1, through: start, by: -1) {
            if words.hasSemicolon(after: index) { return false }
            guard NecessityScan.reporting.contains(words[index].key), !isPassive(index) else { continue }
            var first = index
            while first > range.lowerBound, index - first < 9, !words.endsSentence(first - 1) { first -= 1 }
            return isOfOthers(first..<index)
        }
        return false
    }

    /// "is found", "is therefore not found", "to find"; somebody who stands between is the subject.
    private func isPassive(_ index: Int) -> Bool {
        for before in stride(from: index - 1, through: max(range.lowerBound, index - 3), by: -1) {
            if NecessityScan.passives.contains(words[before].key) { return true }
            if NecessityScan.people.contains(words[before].key) { return false }
        }
        return false
    }

    /// "… as medically necessary by the claims administrator".
    private func isReportedBySomebody(after last: Int) -> Bool {
        guard last + 2 < range.upperBound, !words.endsSentence(last), words[last + 1].key == NecessityScan.by else {
            return false
        }
        return isOfOthers((last + 2)..<min(last + 6, range.upperBound))
    }

    /// Whether the predicate of an opinion says that it is right; nil when there is none.
    private func predicate(after last: Int) -> Bool? {
        var index = last
        var isNegated = false
        var hasVerb = false
        while index + 1 < range.upperBound, index - last < 12, !words.endsSentence(index) {
            index += 1
            let key = words[index].key
            hasVerb = hasVerb || NecessityScan.predicateStarts.contains(key)
            guard hasVerb else { continue }
            isNegated = isNegated || NecessityScan.negations.contains(key)
            if NecessityScan.right.contains(key) { return !isNegated }
            if NecessityScan.wrong.contains(key) { return isNegated }
        }
        return nil
    }

    /// What the rest of the sentence answers to what was reported: "…; the record does not bear this out".
    private func answer(after last: Int) -> Bool? {
        var isNegated = false
        var index = last
        while index + 1 < range.upperBound, index - last < 20, !words.endsSentence(index) {
            index += 1
            let key = words[index].key
            isNegated = isNegated || NecessityScan.negations.contains(key)
            if NecessityScan.disagreeing.contains(key) { return isNegated }
            guard NecessityScan.answering.contains(key), index > last + 2 else { continue }
            return isNegated ? false : nil
        }
        return nil
    }

    /// Whether a quotation was opened before a word of its sentence and not closed; inches and feet open none.
    private func isQuoted(_ index: Int) -> Bool {
        var first = index
        while first > range.lowerBound, index - first < 60, !words.endsSentence(first - 1) { first -= 1 }
        var (isOpen, isCurlyOpen) = (false, false)
        let end = Int(words[index].start)
        var offset = first > 0 ? Int(words[first - 1].end) : 0
        // What closes the sentence before opens nothing.
        while offset < end, first > range.lowerBound, !Folding.isWhite(words.text[offset]) { offset += 1 }
        while offset < end {
            let byte = words.text[offset]
            if byte == UInt8(ascii: "\"") {
                let isInches = !isOpen && offset > 0 && words.text[offset - 1] &- 0x30 < 10
                if !isInches { isOpen.toggle() }
            } else if byte == 0xE2, offset + 2 < end, words.text[offset + 1] == 0x80 {
                if words.text[offset + 2] == 0x9C { isCurlyOpen = true }
                if words.text[offset + 2] == 0x9D { isCurlyOpen = false }
            }
            offset += 1
        }
        return isOpen || isCurlyOpen
    }
}
