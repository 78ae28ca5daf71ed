import LetterReading

/// What the words before a place make of it.
///
/// The clause is read backwards, then the clause that governs it by "that", "how", "on which" or "to find", and so on. In each of
/// them a negation ("not", "no", "neither … nor") and a denying word ("fails", "disagrees", "insufficient") count once; the sum
/// tells the sense.
extension NecessityScan {
    /// What a word can be in the walk back through the clauses.
    enum Part: UInt8 {
        case negation, no, non, apostropheNot, without, denial, governorNegation
        case finite, auxiliary, modalVerb, modal, will
        case condition, provided, general
        case and, but, boundary, conjunction, which, to
    }

    static let vocabulary = Vocabulary<Part>([
        (
            .negation,
            "not cannot never nor neither isn wasn aren doesn weren hasn haven couldn didn don hardly scarcely barely"
        ),
        (.no, "no"), (.non, "non"),
        // The end of "isn't", "can't".
        (.apostropheNot, "t"), (.without, "without"), (.denial, denials),
        (.governorNegation, "no none neither nothing nor nobody little few"), (.finite, finiteVerbs),
        (.auxiliary, "do does did has have had"), (.modalVerb, "can cannot could would should may might must"),
        (.modal, "would could may might"), (.will, "will"),
        (.condition, "if when where before unless until once assuming"), (.provided, "provided"),
        (.general, "general generally routine routinely usually typically seldom rarely whether"), (.and, "and"),
        (.but, "but"),
        (.boundary, "however therefore thus although though because since hence whereas which"),
        (.conjunction, "that how why"), (.which, "which"), (.to, "to"),
    ])
    /// Words that deny what they govern: "fails to show", "insufficient to establish".
    private static let denials =
        "fail fails failed failing failure lack lacks lacked lacking insufficient inadequate unable unclear absent "
        + "unproven unlikely doubtful impossible decline declines declined refuse refuses refused deny denies denied disagree disagrees "
        + "disagreed doubt doubts doubted question contested disputed dispute disputes reject rejects rejected premature "
        + "difficult hard unreasonable unwarranted incorrect wrong wrongly error erred mistaken too"
    private static let finiteVerbs = "is are was were remains appears seems renders makes continues constitutes"
    static let denying = WordSet(denials)
    static let finite = WordSet(finiteVerbs)
    private static let remaining = WordSet("remain continue stay become")
    /// A sentence that begins so speaks of another time.
    private static let earlier = WordSet("earlier previous prior past previously formerly")
    private static let articles = WordSet("a an the one his her")
    /// What a sentence that begins so says behind its comma depends on that.
    private static let suppositions = WordSet("if unless assuming provided should were when")
    private static let forKey = Word.key(of: "for")
    private static let be = WordSet("be become remain")
    /// Behind these "would" speaks of another request than this one.
    private static let later = WordSet("continued further future additional repeat repeated subsequent ongoing")
    private static let subjectNegations = WordSet("no none neither nothing nor nobody little few")
    private static let too = Word.key(of: "too")
    private static let concluding = WordSet(
        "thus therefore hence accordingly consequently so overall finally conclusion summary such above foregoing reasons"
    )
    /// Verbs with which "to" leads to what another clause governs.
    private static let governed = WordSet(
        "be find call consider deem conclude show demonstrate establish support prove certify agree say see determine make "
            + "regard render justify state affirm believe think view indicate suggest document substantiate warrant hold meet allow permit"
    )
    private static let and = Word.key(of: "and")
    private static let anything = Word.key(of: "anything")
    private static let that = Word.key(of: "that")
    private static let prepositions = WordSet("on upon in for")
    static let merely = WordSet("only merely just simply solely")
    private static let would = Word.key(of: "would")
    private static let indefinite = WordSet("a an")
    private static let making = WordSet(
        "make makes made render renders rendered support supports establish establishes justify justifies warrant warrants show "
            + "shows demonstrate demonstrates substantiate substantiates")
    private static let whereKey = Word.key(of: "where")
    private static let levels = WordSet("level point degree stage extent")
    private static let causes = WordSet("since because")
    private static let grounds = PhraseList("given,as,in light of,in view of,based on,due to,because of")
    /// What follows one of these is there, and not only supposed.
    private static let definite = WordSet("the this these that those his her their its")
    private static let longer = Word.key(of: "longer")
    private static let first = Word.key(of: "i")

    private static let longest = 120
    private static let remainder = Phrase("the remaining")
    private static let originals = [Phrase("was the original request"), Phrase("were the original request")]

    /// Where a rationale repeats a whole heading ("X was the original request. Y was authorized …. The remaining …"), the place
    /// behind X, so that the sentence around it is read as one.
    private func heading(before first: Int) -> Int? {
        guard words.matches(NecessityScan.remainder, at: first) else { return nil }
        let start = max(range.lowerBound, first - NecessityScan.longest / 2)
        return stride(from: first, to: start, by: -1).first { index in
            NecessityScan.originals.contains { words.matches($0, at: index) }
        }
    }

    /// What the words before a place in a sentence make of it.
    struct Clause {
        /// The first word that belongs to it.
        var first: Int
        /// The first word that was looked at.
        var reach: Int
        /// Whether it is denied on the whole.
        var isNegated = false
        /// How many negations make that.
        var negations = 0
        /// Whether it depends on something.
        var isOpen = false
        /// Whether nobody can tell how far "that" reaches: "It is not disputed that A failed, and B is …".
        var isUnsure = false
        /// Whether it says "would" for a reason that is given as a fact.
        var isReasoned = false
        /// Whether it speaks of treatment in general.
        var isGeneral = false
        /// Whether it defines what may be the subject of a verb behind: "A request that shows … can be made".
        var isSubject = false
        /// The last "that" before the place; nil when nothing governs it so.
        var that: Int?

        init(first: Int) {
            self.first = first
            reach = first
        }
    }

    /// The state of the walk back through one clause.
    private struct Walk {
        var level = 0
        /// Whether it is about the thing that a clause with "that" defines: "may send notes that show …".
        var isDefined = false
        var hasVerb = false
        var hasNegation = false
        var hasDenial = false
        var isModal = false
        /// How many negations it met.
        var negations: Int { (hasNegation ? 1 : 0) + (hasDenial ? 1 : 0) }
        /// The word behind the comma at which the clause seems to begin.
        var comma: Int?
        /// Whether the walk ended at the verb of another clause.
        var metVerb = false
    }

    /// Looks back from a place to the start of its clause, and on into the clauses that govern it.
    ///
    /// A comma between the verb and its "that" belongs to the subject ("that Ultram 50 mg, #60, is …").
    func clause(before index: Int) -> Clause {
        var clause = Clause(first: index)
        var walk = Walk()
        while clause.first > range.lowerBound, index - clause.first < NecessityScan.longest {
            let previous = clause.first - 1
            if words.endsSentence(previous) {
                guard let formula = heading(before: clause.first) else { break }
                clause.first = formula
                continue
            }
            let parts = vocabulary[words[previous].key]
            if ends(at: previous, parts, &walk, clause.first) { break }
            clause.first = previous
            if isGovernor(previous, parts, walk, before: index) {
                if clause.that == nil, !parts.contains(.to) { clause.that = previous }
                if let comma = walk.comma, words[comma].key == NecessityScan.and { clause.isUnsure = true }
                clause.isNegated = clause.isNegated != (walk.hasNegation != walk.hasDenial)
                clause.negations += walk.negations
                walk = Walk(
                    level: walk.level + 1,
                    isDefined: parts.contains(.conjunction) && isDefining(previous, before: index),
                    isModal: walk.isModal)
            } else if walk.comma == nil, !parts.isEmpty {
                look(at: previous, parts, before: index, &walk, &clause)
            }
        }
        finish(&clause, walk, before: index)
        return clause
    }

    /// Whether the clause cannot reach back to a word.
    private func ends(at previous: Int, _ parts: Vocabulary<Part>.Parts, _ walk: inout Walk, _ first: Int) -> Bool {
        if parts.contains(.but) {
            let isAnythingBut = previous > range.lowerBound && words[previous - 1].key == NecessityScan.anything
            walk.hasNegation = walk.hasNegation || isAnythingBut
            return !isAnythingBut
        }
        guard walk.hasVerb else { return false }
        if words.hasSemicolon(after: previous), isClause(before: previous) { return true }
        if parts.contains(.boundary) { return !isGovernor(previous, parts, walk, before: first) }
        if walk.level > 0, parts.contains(.and) { return true }
        if walk.comma == nil, words.hasComma(after: previous) { walk.comma = first }
        guard parts.contains(.finite), walk.comma != nil || walk.level == 0 else { return false }
        walk.metVerb = true
        return true
    }

    /// Whether a whole clause ends at a semicolon, and not only a part of a name ("that Norco 10 mg; 60 tablets is …").
    private func isClause(before semicolon: Int) -> Bool {
        var index = semicolon
        while index > range.lowerBound, semicolon - index < 40, !words.endsSentence(index - 1) {
            if isVerb(vocabulary[words[index].key]) { return true }
            if words[index].key == NecessityScan.that { return false }
            index -= 1
        }
        return false
    }

    private func isGovernor(
        _ index: Int, _ parts: Vocabulary<Part>.Parts, _ walk: Walk, before place: Int
    ) -> Bool {
        if parts.contains(.conjunction) {
            return walk.comma == nil && isDefining(index, before: place)
                || !isVerb(vocabulary[words[index + 1].key])
                    && (walk.hasVerb || walk.comma != nil || walk.level > 0 || walk.isModal)
        }
        if parts.contains(.condition) { return isLevel(index) }
        if parts.contains(.which) {
            return index > range.lowerBound && NecessityScan.prepositions.contains(words[index - 1].key)
        }
        return parts.contains(.to) && !walk.hasVerb && walk.comma == nil && index + 1 < range.upperBound
            && NecessityScan.governed.contains(words[index + 1].key)
    }

    /// "a service that is …", "findings that would make X …": what is said of the service or the findings is said of necessity.
    private func isDefining(_ that: Int, before place: Int) -> Bool {
        if that > range.lowerBound + 1, that + 3 > place, NecessityScan.indefinite.contains(words[that - 2].key) {
            return true
        }
        let verb = that + 1..<min(that + 3, place + 1)
        return words.isAny(of: NecessityScan.making, in: verb)
            && !(verb.upperBound..<max(verb.upperBound, place)).contains { isVerb(vocabulary[words[$0].key]) }
    }

    /// "to the level where X is medically necessary".
    private func isLevel(_ index: Int) -> Bool {
        words[index].key == NecessityScan.whereKey && index > range.lowerBound
            && NecessityScan.levels.contains(words[index - 1].key)
    }

    /// Behind such a word "that" stands for a noun: "findings that would warrant imaging".
    func isVerb(_ parts: Vocabulary<Part>.Parts) -> Bool {
        parts.contains(.finite) || parts.contains(.auxiliary) || parts.contains(.modalVerb)
    }

    private func look(
        at index: Int, _ parts: Vocabulary<Part>.Parts, before place: Int, _ walk: inout Walk, _ clause: inout Clause
    ) {
        if parts.contains(.condition) || parts.contains(.provided) && isProviso(index) { clause.isOpen = true }
        if parts.contains(.will), index + 2 < place, isRemaining(index + 1) || isRemaining(index + 2) {
            clause.isGeneral = true
        }
        if parts.contains(.general) { clause.isGeneral = true }
        if walk.level == 0 || walk.isDefined, !walk.hasVerb, parts.contains(.modal), !isFirstPerson(before: index) {
            walk.isModal = true
        }
        let isGoverning = walk.level > 0
        if parts.contains(.negation) || parts.contains(.no) && isNext(NecessityScan.longer, after: index)
            || parts.contains(.apostropheNot) && isBehindApostrophe(index)
        {
            if !walk.hasVerb, !isMerely(index + 1) { walk.hasNegation = true }
        } else if parts.contains(.non) {
            if index == place - 1 { walk.hasNegation = true }
        } else if isGoverning, !walk.hasVerb {
            if parts.contains(.governorNegation) { walk.hasNegation = true }
            if parts.contains(.denial) || parts.contains(.without) && isWithoutEvidence(index) {
                walk.hasDenial = true
            }
        }
        if isGoverning || !parts.contains(.auxiliary), isVerb(parts) { walk.hasVerb = true }
    }

    /// Sums up; a subject such as "None of the injections, #3," denies across its commas.
    private func finish(_ clause: inout Clause, _ walk: Walk, before index: Int) {
        clause.isNegated = clause.isNegated != (walk.hasNegation != walk.hasDenial)
        clause.negations += walk.negations
        clause.isSubject = walk.isDefined && walk.negations == 0 && !walk.hasVerb
        var start = walk.metVerb ? walk.comma ?? clause.first : clause.first
        clause.reach = start
        if words[start].key == NecessityScan.too { start += 1 }
        if start < index, !walk.hasNegation, NecessityScan.subjectNegations.contains(words[start].key),
            !words.hasComma(after: start)
        {
            clause.isNegated.toggle()
            clause.negations += 1
        } else if let comma = walk.comma {
            clause.first = comma
        }
        let head = NecessityScan.articles.contains(words[start].key) ? start + 1 : start
        if head < index, NecessityScan.earlier.contains(words[head].key) { clause.isGeneral = true }
        if isPurpose(start, walk, before: index) { clause.isGeneral = true }
        if walk.comma != nil, isSupposed(clause.first) { clause.isOpen = true }
        if clause.isUnsure, clause.isNegated { clause.isGeneral = true }
        if walk.isModal, !concludes(clause.first) {
            clause.isReasoned = isReasoned(clause.first, before: index)
            if !clause.isReasoned { clause.isOpen = true }
            if NecessityScan.later.contains(words[start].key) || NecessityScan.later.contains(words[clause.first].key) {
                clause.isGeneral = true
            }
        }
    }

    /// "provided that", but not "the documentation provided".
    func isProviso(_ index: Int) -> Bool {
        words[index].key == NecessityScan.provided && index + 1 < range.upperBound
            && words[index + 1].key == NecessityScan.that
    }

    /// "For X to be medically necessary, …"
    private func isPurpose(_ start: Int, _ walk: Walk, before index: Int) -> Bool {
        !walk.hasVerb && words[start].key == NecessityScan.forKey && index > start + 1
            && NecessityScan.be.contains(words[index - 1].key)
    }

    /// "If the criteria are met, X is …"
    private func isSupposed(_ index: Int) -> Bool {
        var first = index
        while first > range.lowerBound, !words.endsSentence(first - 1), index - first < 40 {
            if words.hasSemicolon(after: first - 1) { return false }
            first -= 1
        }
        return NecessityScan.suppositions.contains(words[first].key)
    }

    /// "It will not remain so" is no conclusion about today.
    private func isRemaining(_ index: Int) -> Bool { NecessityScan.remaining.contains(words[index].key) }

    private func isFirstPerson(before index: Int) -> Bool {
        index > range.lowerBound && words[index - 1].key == NecessityScan.first
    }

    private func isBehindApostrophe(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = words.text[Int(words[index].start) - 1]
        return before == UInt8(ascii: "'") || before == 0x99
    }

    private static let evidence = WordSet(
        "evidence documentation proof support any objective sufficient adequate clear")

    /// "Without evidence that …" denies; "MRI without contrast" does not.
    private func isWithoutEvidence(_ index: Int) -> Bool {
        index + 1 < range.upperBound && NecessityScan.evidence.contains(words[index + 1].key)
    }

    /// "not only", "not merely" deny nothing.
    private func isMerely(_ index: Int) -> Bool {
        index < range.upperBound && NecessityScan.merely.contains(words[index].key)
    }

    private func isNext(_ key: UInt64, after index: Int) -> Bool {
        index + 1 < range.upperBound && words[index + 1].key == key
    }

    /// The first word of the sentence that a word stands in.
    private func sentenceStart(_ index: Int) -> Int {
        var first = index
        while first > range.lowerBound, !words.endsSentence(first - 1), index - first < 40 { first -= 1 }
        return first
    }

    /// "Given the progressive weakness, X would be …" says that it is; "Given instability, …" may only suppose it.
    private func isReasoned(_ clause: Int, before index: Int) -> Bool {
        guard words.first(NecessityScan.would, in: clause..<index) != nil else { return false }
        let first = sentenceStart(clause)
        if NecessityScan.causes.contains(words[first].key) { return true }
        guard let ground = NecessityScan.grounds.first(in: words, first..<min(first + 3, range.upperBound)),
            ground.lowerBound == first, ground.upperBound < index
        else { return false }
        return NecessityScan.definite.contains(words[ground.upperBound].key)
    }

    /// Whether the sentence that a word stands in begins by drawing a conclusion.
    private func concludes(_ index: Int) -> Bool {
        let first = sentenceStart(index)
        return (first..<min(first + 4, range.upperBound)).contains { NecessityScan.concluding.contains(words[$0].key) }
    }
}

extension Word {
    /// The key of "to".
    static let toKey = Word.key(of: "to")
}
