package import Determinations

/// Reads the facts of a case summary that other parts of the letter can be compared with.
///
/// - Ages: `58-year-old`, `58 year old`, `fifty-eight year old`, `58 y/o`, `58 yo`, `58 years of age`, `age of 58`, `aged 58`.
/// - Sex: the nouns male, female, man, woman, gentleman, lady, and `M` or `F` after an age; weaker, the first pronoun or title,
///   where it is no pair such as he/she.
/// - Days of injury: dates after "date of injury", "DOI", "injured on", "injury of" and "claim from", or a few words after "injury" or
///   "injured" behind "on", "of", "in" or "from"; and dates that open a sentence in which the injury happens.
/// - Days of review: dates in the same sentence as "utilization review" or "UR", just before it or after it.
package enum SummaryReader {
    /// The facts in a range of bytes.
    package static func read(_ range: ByteRange, in words: Words) -> SummaryFacts {
        let indices = words.indices(in: range)
        var facts = SummaryFacts()
        facts.ages = ages(indices, in: words)
        facts.sexes = (sexes(indices, in: words) + initials(after: facts.ages, indices, in: words))
            .sorted { $0.range.start < $1.range.start }
        facts.pronoun = pronoun(indices, in: words)
        facts.injuryDates = InjuryDates.read(indices, in: words)
        (facts.review, facts.reviewDates) = ReviewDates.read(indices, in: words)
        return facts
    }

    // MARK: Age

    private static let yearForms = ["year", "years", "yr", "yrs", "y"].map { Word.key(of: $0) }
    private static let afterYears: PhraseTable<Bool> = PhraseTable([(true, "old, o, of age")])
    private static let ageCues = ["aged", "age"].map { Word.key(of: $0) }
    private static let of = Word.key(of: "of")
    private static let yearOld = Word.key(of: "yo")

    /// Every age stated in a range of words, in order; 1 to 120 years.
    package static func ages(_ range: Range<Int>, in words: Words) -> [Located<Int>] {
        var found: [Located<Int>] = []
        func add(_ value: Numeral, to last: Int) {
            guard let age = value.small, (1...120).contains(age) else { return }
            found.append(Located(age, at: ByteRange(value.range.start, Int(words[last].end))))
        }
        /// The number that ends before a word, of two words ("fifty-eight") or of one.
        func number(before index: Int) -> Numeral? {
            (max(range.lowerBound, index - 2)..<index).lazy
                .compactMap { Numeral.read(words, at: $0, before: index) }
                .first { $0.words.upperBound == index }
        }
        for key in yearForms {
            words.each(key, in: range) { index in
                guard let (_, count) = afterYears.match(words, at: index + 1, before: range.upperBound),
                    let value = number(before: index)
                else { return }
                add(value, to: index + count)
            }
        }
        words.each(yearOld, in: range) { index in
            if let value = number(before: index) { add(value, to: index) }
        }
        for key in ageCues {
            words.each(key, in: range) { index in
                let number = index + 1 < range.upperBound && words[index + 1].key == of ? index + 2 : index + 1
                guard number < range.upperBound, let value = Numeral.read(words, at: number, before: range.upperBound),
                    value.suffix == nil, words.joint(after: number - 1) == 0x20
                else { return }
                add(value, to: value.words.upperBound - 1)
            }
        }
        return found.sorted { $0.range.start < $1.range.start }
    }

    // MARK: Sex

    private static let nouns: [(UInt64, Sex)] = [
        ("male", .male), ("female", .female), ("man", .male), ("woman", .female), ("gentleman", .male),
        ("lady", .female),
    ]
    .map { (name: String, sex: Sex) in (Word.key(of: name), sex) }
    private static let pronouns: [(UInt64, Sex)] = [
        ("he", .male), ("she", .female), ("his", .male), ("her", .female), ("him", .male), ("himself", .male),
        ("herself", .female), ("mr", .male), ("mrs", .female), ("ms", .female),
    ]
    .map { (name: String, sex: Sex) in (Word.key(of: name), sex) }

    /// Every sex stated by a noun in a range of words, in order.
    package static func sexes(_ range: Range<Int>, in words: Words) -> [Located<Sex>] {
        var found: [Located<Sex>] = []
        for (key, sex) in nouns {
            words.each(key, in: range) { found.append(Located(sex, at: words[$0].range)) }
        }
        return found.sorted { $0.range.start < $1.range.start }
    }

    private static let initials: PhraseTable<Sex> = PhraseTable([(.male, "m"), (.female, "f")])

    /// A capital `M` or `F` behind an age and a blank.
    private static func initials(
        after ages: [Located<Int>], _ range: Range<Int>, in words: Words
    ) -> [Located<Sex>] {
        ages.compactMap { age in
            let next = words.index(at: age.range.end)
            guard next < range.upperBound, let sex = initials[words[next].key], words.isCapitalized(next),
                words.joint(after: next - 1) == 0x20
            else { return nil }
            return Located(sex, at: words[next].range)
        }
    }

    /// The first pronoun or title that gives the sex.
    package static func pronoun(_ range: Range<Int>, in words: Words) -> Located<Sex>? {
        var first: Located<Sex>?
        for (key, sex) in pronouns {
            var candidate = words.first(key, in: range)
            while let index = candidate, isPair(words, index) { candidate = words.next(after: index, in: range) }
            if let index = candidate, Int(words[index].start) < first?.range.start ?? .max {
                first = Located(sex, at: words[index].range)
            }
        }
        return first
    }

    /// `he/she`: says nothing.
    private static func isPair(_ words: Words, _ index: Int) -> Bool {
        let slash = UInt8(ascii: "/")
        return words.joint(after: index) == slash || (index > 0 && words.joint(after: index - 1) == slash)
    }
}
