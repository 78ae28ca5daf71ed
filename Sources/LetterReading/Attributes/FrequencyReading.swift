import Determinations

/// Reads how often and for how long.
///
/// - `2 times a week for 6 weeks`, `3x/week x 4`, `1 to 2 times per week for 4 weeks`, `2-3x/wk`, `three (3) times weekly`.
/// - `twice a week`, `once daily`, `daily`, `nightly`, `BID`, `every 8 hours`; not `daily trial`, `daily dose`.
/// - `12 hours per day`, `7 days a week`, `2 per week`, `2/week`.
/// - `2 times 8`, `2x6`, `2 x 6 weeks`: a rate without a period, and a duration.
/// - A duration alone: `for 6 weeks`, `x 30 days`, `three months`, `30-day`; not after "in", "within" or "after".
enum FrequencyReading {
    private static let periods: PhraseTable<Frequency.Period> = PhraseTable([
        (.hour, "hour, hours, hr, hrs"), (.day, "day, days"), (.week, "week, weeks, wk, wks"),
        (.month, "month, months, mo, mos"), (.year, "year, years, yr, yrs"), (.night, "night"),
    ])
    private static let adverbs: PhraseTable<(count: Int, period: Frequency.Period)> = PhraseTable([
        ((1, .day), "daily, qd"), ((1, .night), "nightly, qhs, at bedtime"), ((1, .week), "weekly"),
        ((1, .month), "monthly"), ((2, .day), "bid, b i d"), ((3, .day), "tid, t i d"), ((4, .day), "qid, q i d"),
    ])
    private static let counted: PhraseTable<Int> = PhraseTable([(1, "once"), (2, "twice"), (3, "thrice")])
    private static let times = PhraseTable([(Frequency.Measure.times, "times, time, x")])
    private static let measures: PhraseTable<Frequency.Measure> = PhraseTable([
        (.times, "times, time, x, sessions, session, visits, visit, treatments"), (.hours, "hours, hour, hrs, hr"),
        (.days, "days, day"),
    ])
    private static let each: PhraseTable<Bool> = PhraseTable([(true, "a, an, per, each, every")])
    private static let span: PhraseTable<Bool> = PhraseTable([(true, "for, x, times, over, during")])
    private static let plural = Word.key(of: "s")
    private static let every = Word.key(of: "every")
    private static let notFrequencies: PhraseTable<Bool> = PhraseTable([
        (true, "living, gauze, inch, inches, cm, mm, old")
    ])
    /// Nouns of which "daily" tells the kind, not how often.
    private static let qualified: PhraseTable<Bool> = PhraseTable([(true, "trial, trials, dose, doses, dosage")])
    private static let notDurations: PhraseTable<Bool> = PhraseTable([
        (true, "in, within, after, every, of, last, past")
    ])

    /// The frequency at an index and the index after it; nil when there is none.
    static func read(_ words: Words, at index: Int, before limit: Int) -> (Located<Frequency>, Int)? {
        if let (rate, next) = rate(words, at: index, before: limit) {
            let duration = spanned(words, at: next, before: limit)
            return located(words, index, rate, duration?.0, to: duration?.1 ?? next, before: limit)
        }
        if let (rate, duration, next) = product(words, at: index, before: limit) {
            return located(words, index, rate, duration, to: next, before: limit)
        }
        if let (duration, next) = duration(words, at: index, before: limit), duration.period != .hour,
            index == 0 || notDurations[words[index - 1].key] == nil
        {
            return located(words, index, nil, duration, to: next, before: limit)
        }
        return nil
    }

    private static func located(
        _ words: Words, _ first: Int, _ rate: Frequency.Rate?, _ duration: Frequency.Duration?, to next: Int,
        before limit: Int
    ) -> (Located<Frequency>, Int)? {
        if next < limit, notFrequencies[words[next].key] != nil { return nil }
        return (Located(Frequency(rate: rate, duration: duration), at: words.bytes(first..<next)), next)
    }

    // MARK: Rates

    private static func rate(_ words: Words, at index: Int, before limit: Int) -> (Frequency.Rate, Int)? {
        if let (adverb, count) = adverbs.match(words, at: index, before: limit) {
            if index + count < limit, qualified[words[index + count].key] != nil { return nil }
            return (Frequency.Rate(adverb.count...adverb.count, per: adverb.period), index + count)
        }
        if words[index].key == every { return everyPeriods(words, at: index, before: limit) }
        if let count = counted[words[index].key] {
            guard let (period, next) = perPeriod(words, at: index + 1, before: limit) else { return nil }
            return (Frequency.Rate(count...count, per: period), next)
        }
        guard let number = NumeralRange.read(words, at: index, before: limit), number.count.lowerBound > 0 else {
            return nil
        }
        var next = number.words.upperBound
        var measure = Frequency.Measure.times
        if let suffix = number.suffix {
            guard let found = measures[suffix] else { return nil }
            measure = found
        } else if next < limit, let found = measures[words[next].key] {
            measure = found
            next += 1
            if next < limit, words[next].key == plural { next += 1 }
        }
        guard let (period, end) = perPeriod(words, at: next, before: limit) else { return nil }
        return (Frequency.Rate(number.count, measure, per: period), end)
    }

    /// `a week`, `per wk`, `/week`, `weekly`.
    private static func perPeriod(
        _ words: Words, at index: Int, before limit: Int
    ) -> (Frequency.Period, Int)? {
        guard index < limit else { return nil }
        if let adverb = adverbs[words[index].key], adverb.count == 1 { return (adverb.period, index + 1) }
        var next = index
        if each[words[index].key] ?? false {
            next += 1
        } else if words.joint(after: index - 1) != UInt8(ascii: "/"), times[words[index - 1].key] == nil {
            return nil
        }
        guard next < limit, let period = periods[words[next].key] else { return nil }
        return (period, next + 1)
    }

    private static func everyPeriods(_ words: Words, at index: Int, before limit: Int) -> (Frequency.Rate, Int)? {
        let number = NumeralRange.read(words, at: index + 1, before: limit)
        let next = number?.words.upperBound ?? index + 1
        guard next < limit, number?.suffix == nil, let period = periods[words[next].key] else { return nil }
        return (Frequency.Rate(1...1, every: number?.count.upperBound ?? 1, per: period), next + 1)
    }

    // MARK: Durations

    /// `for 6 weeks`, `x 4`, `times 6 weeks`, `, 6 weeks` after a rate.
    private static func spanned(_ words: Words, at index: Int, before limit: Int) -> (Frequency.Duration, Int)? {
        guard index < limit else { return nil }
        if let (duration, next) = duration(words, at: index, before: limit) { return (duration, next) }
        if let glued = gluedTimes(words, at: index, before: limit) {
            return withPeriod(words, glued...glued, at: index + 1, before: limit)
        }
        guard span[words[index].key] ?? false, let number = NumeralRange.read(words, at: index + 1, before: limit),
            number.suffix == nil || number.suffix.flatMap({ periods[$0] }) != nil
        else { return nil }
        if let period = number.suffix.flatMap({ periods[$0] }) {
            return (Frequency.Duration(number.count, period), number.words.upperBound)
        }
        let found = withPeriod(words, number.count, at: number.words.upperBound, before: limit)
        // "for 12 sessions" is a quantity.
        return found.0.period == nil && times[words[index].key] == nil ? nil : found
    }

    /// `6 weeks`, `6-week`, `4 to 6 wks`, `week(s)`.
    private static func duration(_ words: Words, at index: Int, before limit: Int) -> (Frequency.Duration, Int)? {
        guard let number = NumeralRange.read(words, at: index, before: limit), number.count.lowerBound > 0 else {
            return nil
        }
        if let suffix = number.suffix {
            return periods[suffix].map { (Frequency.Duration(number.count, $0), number.words.upperBound) }
        }
        let found = withPeriod(words, number.count, at: number.words.upperBound, before: limit)
        return found.0.period == nil ? nil : found
    }

    private static func withPeriod(
        _ words: Words, _ count: ClosedRange<Int>, at index: Int, before limit: Int
    ) -> (Frequency.Duration, Int) {
        guard index < limit, let period = periods[words[index].key] else {
            return (Frequency.Duration(count, nil), index)
        }
        let next = index + 1 < limit && words[index + 1].key == plural ? index + 2 : index + 1
        return (Frequency.Duration(count, period), next)
    }

    // MARK: Products

    /// `2 times 8`, `2x6`, `2 x 6 weeks`.
    private static func product(
        _ words: Words, at index: Int, before limit: Int
    ) -> (Frequency.Rate, Frequency.Duration, Int)? {
        if let (low, high) = gluedProduct(words, at: index) {
            let (duration, next) = withPeriod(words, high...high, at: index + 1, before: limit)
            return (Frequency.Rate(low...low, per: nil), duration, next)
        }
        guard let number = NumeralRange.read(words, at: index, before: limit) else { return nil }
        var next = number.words.upperBound
        if let suffix = number.suffix {
            guard times[suffix] != nil else { return nil }
        } else if next < limit, times[words[next].key] != nil {
            next += 1
        } else {
            return nil
        }
        guard let second = NumeralRange.read(words, at: next, before: limit), second.suffix == nil,
            words.joint(after: next - 1) == 0x20
        else { return nil }
        let (duration, end) = withPeriod(words, second.count, at: second.words.upperBound, before: limit)
        return (Frequency.Rate(number.count, per: nil), duration, end)
    }

    /// `2x6` as one word.
    private static func gluedProduct(_ words: Words, at index: Int) -> (Int, Int)? {
        let bytes = words.text[Int(words[index].start)..<Int(words[index].end)]
        guard bytes.count <= 5, let cross = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "x") }),
            let low = number(bytes[..<cross]), let high = number(bytes[(cross + 1)...])
        else { return nil }
        return (low, high)
    }

    /// `x4` as one word.
    static func gluedTimes(_ words: Words, at index: Int, before limit: Int) -> Int? {
        guard index < limit else { return nil }
        let bytes = words.text[Int(words[index].start)..<Int(words[index].end)]
        guard let first = bytes.first, first | 0x20 == UInt8(ascii: "x"), bytes.count <= 4 else { return nil }
        return number(bytes.dropFirst())
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 3, bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
