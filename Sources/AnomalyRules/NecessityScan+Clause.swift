import LetterReading

/// What the words before a place make of it.
///
/// The clause is read backwards, then the clause that governs it by "that", "how", "on which" or "to find", and so on. In each of
/// them a negation ("not", "no", "neither … nor") and a denying word ("fails", "disagrees", "insufficient") count once; the sum
/// tells the sense.
extension NecessityScan {
    private static let negations = WordSet(
        "not cannot never nor neither isn wasn aren doesn weren hasn haven couldn didn don hardly scarcely barely")
    /// Words that deny what they govern: "fails to show", "insufficient to establish".
    static let denials = WordSet(
        "fail fails failed failing failure lack lacks lacked lacking insufficient inadequate unable unclear absent "
            + "unproven unlikely doubtful impossible decline declines declined refuse refuses refused disagree disagrees "
            + "disagreed doubt doubts doubted question contested disputed dispute disputes reject rejects rejected premature difficult hard unreasonable "
            + "unwarranted incorrect wrong wrongly error erred mistaken too")
    static let finite = WordSet("is are was were remains appears seems renders makes continues constitutes")
    private static let auxiliaries = WordSet("do does did has have had")
    private static let modalVerbs = WordSet("can cannot could would should may might")
    private static let shortNot = Word.key(of: "t")
    private static let whether = Word.key(of: "whether")
    private static let will = Word.key(of: "will")
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
    private static let conditions = WordSet("if when where before unless until once assuming")
    private static let modals = WordSet("would could may might")
    private static let general = WordSet("general generally routine routinely usually typically seldom rarely")
    private static let boundaries = WordSet("however therefore thus although though because since hence whereas which")
    static let subjectNegations = WordSet("no none neither nothing nor nobody little few")
    private static let too = Word.key(of: "too")
    private static let governorNegations = WordSet("no none neither nothing nor nobody little few")
    private static let concluding = WordSet(
        "thus therefore hence accordingly consequently so overall finally conclusion summary such above foregoing reasons"
    )
    /// Verbs with which "to" leads to what another clause governs.
    private static let governed = WordSet(
        "be find call consider deem conclude show demonstrate establish support prove certify agree say see determine make "
            + "regard render justify state affirm believe think view indicate suggest document substantiate warrant hold meet allow permit"
    )
    private static let and = Word.key(of: "and")
    private static let but = Word.key(of: "but")
    private static let anything = Word.key(of: "anything")
    private static let that = Word.key(of: "that")
    private static let why = Word.key(of: "why")
    private static let how = Word.key(of: "how")
    private static let which = Word.key(of: "which")
    private static let prepositions = WordSet("on upon in for")
    /// "not only", "not merely" deny nothing.
    static let merely = WordSet("only merely just simply solely")
    private static let would = Word.key(of: "would")
    private static let causes = WordSet("since because")
    private static let grounds = PhraseList("given,as,in light of,in view of,based on,due to,because of")
    /// What follows one of these is there, and not only supposed.
    private static let definite = WordSet("the this these that those his her their its")
    private static let no = Word.key(of: "no")
    private static let non = Word.key(of: "non")
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
            if ends(at: previous, &walk, clause.first) { break }
            clause.first = previous
            let key = words[previous].key
            if isGovernor(previous, walk, before: index) {
                if clause.that == nil, key != Word.toKey { clause.that = previous }
                if let comma = walk.comma, words[comma].key == NecessityScan.and { clause.isUnsure = true }
                clause.isNegated = clause.isNegated != (walk.hasNegation != walk.hasDenial)
                clause.negations += walk.negations
                walk = Walk(level: walk.level + 1, isModal: walk.isModal)
            } else if walk.comma == nil {
                look(at: previous, before: index, &walk, &clause)
            }
        }
        finish(&clause, walk, before: index)
        return clause
    }

    /// Whether the clause cannot reach back to a word.
    private func ends(at previous: Int, _ walk: inout Walk, _ first: Int) -> Bool {
        let key = words[previous].key
        if key == NecessityScan.but {
            let isAnythingBut = previous > range.lowerBound && words[previous - 1].key == NecessityScan.anything
            walk.hasNegation = walk.hasNegation || isAnythingBut
            return !isAnythingBut
        }
        guard walk.hasVerb else { return false }
        if words.hasSemicolon(after: previous), isClause(before: previous) { return true }
        if NecessityScan.boundaries.contains(key) {
            return !isGovernor(previous, walk, before: first)
        }
        if walk.level > 0, key == NecessityScan.and { return true }
        if walk.comma == nil, words.hasComma(after: previous) { walk.comma = first }
        guard NecessityScan.finite.contains(key), walk.comma != nil || walk.level == 0 else { return false }
        walk.metVerb = true
        return true
    }

    /// Whether a whole clause ends at a semicolon, and not only a part of a name ("that Norco 10 mg; 60 tablets is …").
    private func isClause(before semicolon: Int) -> Bool {
        var index = semicolon
        while index > range.lowerBound, semicolon - index < 40, !words.endsSentence(index - 1) {
            if isVerb(index) || NecessityScan.auxiliaries.contains(words[index].key) { return true }
            if words[index].key == NecessityScan.that { return false }
            index -= 1
        }
        return false
    }

    private func isGovernor(_ index: Int, _ walk: Walk, before place: Int) -> Bool {
        let key = words[index].key
        if key == NecessityScan.that || key == NecessityScan.how || key == NecessityScan.why {
            return !isVerb(index + 1) && (walk.hasVerb || walk.comma != nil || walk.level > 0 || walk.isModal)
        }
        if key == NecessityScan.which {
            return index > range.lowerBound && NecessityScan.prepositions.contains(words[index - 1].key)
        }
        return key == Word.toKey && !walk.hasVerb && walk.comma == nil && index + 1 < range.upperBound
            && NecessityScan.governed.contains(words[index + 1].key)
    }

    /// Behind such a word "that" stands for a noun: "findings that would warrant imaging".
    private func isVerb(_ index: Int) -> Bool {
        let key = words[index].key
        return NecessityScan.finite.contains(key) || NecessityScan.auxiliaries.contains(key)
            || NecessityScan.modalVerbs.contains(key)
    }

    private func look(at index: Int, before place: Int, _ walk: inout Walk, _ clause: inout Clause) {
        let key = words[index].key
        if NecessityScan.conditions.contains(key) || isProviso(index) { clause.isOpen = true }
        if key == NecessityScan.will, index + 2 < place, isRemaining(index + 1) || isRemaining(index + 2) {
            clause.isGeneral = true
        }
        if NecessityScan.general.contains(key) || key == NecessityScan.whether { clause.isGeneral = true }
        if walk.level == 0, !walk.hasVerb, NecessityScan.modals.contains(key), !isFirstPerson(before: index) {
            walk.isModal = true
        }
        let isMerely = index + 1 < range.upperBound && NecessityScan.merely.contains(words[index + 1].key)
        let isGoverning = walk.level > 0
        if NecessityScan.negations.contains(key) || isNoLonger(index) || isShortNot(index) {
            if !isMerely, !walk.hasVerb { walk.hasNegation = true }
        } else if key == NecessityScan.non {
            if index == place - 1 { walk.hasNegation = true }
        } else if isGoverning, !walk.hasVerb {
            if NecessityScan.governorNegations.contains(key) { walk.hasNegation = true }
            if NecessityScan.denials.contains(key) || isWithoutEvidence(index) { walk.hasDenial = true }
        }
        if isGoverning || !NecessityScan.auxiliaries.contains(key), isVerb(index) {
            walk.hasVerb = true
        }
    }

    /// Sums up; a subject such as "None of the injections, #3," denies across its commas.
    private func finish(_ clause: inout Clause, _ walk: Walk, before index: Int) {
        clause.isNegated = clause.isNegated != (walk.hasNegation != walk.hasDenial)
        clause.negations += walk.negations
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
            if NecessityScan.later.contains(words[start].key) { clause.isGeneral = true }
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

    /// The end of "isn't", "can't".
    private func isShortNot(_ index: Int) -> Bool {
        guard words[index].key == NecessityScan.shortNot, index > 0 else { return false }
        let before = words.text[Int(words[index].start) - 1]
        return before == UInt8(ascii: "'") || before == 0x99
    }

    private static let without = Word.key(of: "without")
    private static let evidence = WordSet(
        "evidence documentation proof support any objective sufficient adequate clear")

    /// "Without evidence that …" denies; "MRI without contrast" does not.
    private func isWithoutEvidence(_ index: Int) -> Bool {
        words[index].key == NecessityScan.without && index + 1 < range.upperBound
            && NecessityScan.evidence.contains(words[index + 1].key)
    }

    private func isNoLonger(_ index: Int) -> Bool {
        words[index].key == NecessityScan.no && index + 1 < range.upperBound
            && words[index + 1].key == NecessityScan.longer
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
