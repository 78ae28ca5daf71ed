import Determinations

/// Reads how much of a treatment is asked for.
///
/// - `#30`, `# 30`, `QTY: 2`, `QTY #1`, `quantity of 60`.
/// - `times 2`, `x 2`, `x2`, `× 2`, `ten (10) times`.
/// - A number and its unit: `240 grams`, `420ml`, `12 visits`, `100 units`, `2 tubes`.
/// - A number up to six words before its unit: `Eight (8) physical therapy sessions`, `One platelet-rich plasma injection`.
/// - A number written twice: `1 (one)`; a number alone at the end after a comma: `physical therapy sessions, 12`.
enum QuantityReading {
    private static let units: PhraseTable<Quantity.Unit> = PhraseTable([
        (.sessions, "session, sessions"), (.visits, "visit, visits"), (.treatments, "treatment, treatments"),
        (.units, "unit, units"), (.injections, "injection, injections"), (.times, "times, time"),
        (.tablets, "tablet, tablets, tab, tabs, pill, pills"), (.capsules, "capsule, capsules, cap, caps"),
        (.patches, "patch, patches"), (.tubes, "tube, tubes"), (.bottles, "bottle, bottles"), (.boxes, "box, boxes"),
        (.pairs, "pair, pairs"), (.grams, "gram, grams, gm, gms, g, gr"), (.ounces, "ounce, ounces, oz"),
        (.milliliters, "ml, mls, milliliter, milliliters, cc, ccs"),
    ])
    /// Units that may stand some words after their number, since the kind of treatment stands between.
    private static let distant: PhraseTable<Quantity.Unit> = PhraseTable([
        (.sessions, "session, sessions"), (.visits, "visit, visits"), (.treatments, "treatments"),
        (.injections, "injection, injections"),
    ])
    private static let labels: PhraseTable<Bool> = PhraseTable([(true, "qty, quantity, quantity of, qty of, count")])
    private static let timesWords: PhraseTable<Bool> = PhraseTable([(true, "times, x")])
    /// Words over which a number does not reach its unit.
    private static let barriers: PhraseTable<Bool> = PhraseTable([
        (
            true,
            """
            of, for, per, to, with, and, or, a, an, each, every, in, on, at, times, time, x, day, days, week, weeks, month, \
            months, year, years, hour, hours, minute, minutes, mg, mcg, ml, level, levels, view, views, refill, refills, \
            phase, stage
            """
        )
    ])
    /// Words after a number written twice which say that it counts something else.
    private static let otherCounts: PhraseTable<Bool> = PhraseTable([
        (
            true,
            "level, levels, view, views, phase, stage, refill, refills, to, or, mg, mcg, minutes, minute, hour, hours"
        )
    ])

    /// The quantity at an index and the index after it; nil when there is none.
    static func read(
        _ words: Words, at index: Int, in range: Range<Int>
    ) -> (Located<Quantity>, Int)? {
        let limit = range.upperBound
        if let (_, count) = labels.match(words, at: index, before: limit) {
            guard let number = Numeral.read(words, at: index + count, before: limit), number.value > Amount(0) else {
                return nil
            }
            return withUnit(words, number, from: Int(words[index].start), .pieces, before: limit)
        }
        if let number = FrequencyReading.gluedTimes(words, at: index, before: limit) {
            return (Located(Quantity(Amount(number), .times), at: words[index].range), index + 1)
        }
        if timesWords[words[index].key] ?? false {
            guard let number = Numeral.read(words, at: index + 1, before: limit), number.suffix == nil else {
                return nil
            }
            return withUnit(words, number, from: Int(words[index].start), .times, before: limit)
        }
        guard let number = Numeral.read(words, at: index, before: limit), number.value > Amount(0) else { return nil }
        if let mark = words.mark(before: index), number.suffix == nil {
            if mark.byte == UInt8(ascii: "#") {
                return withUnit(words, number, from: mark.offset, .pieces, before: limit)
            }
            // The multiplication sign, U+00D7.
            if mark.byte == 0x97, mark.offset > 0, words.text[mark.offset - 1] == 0xC3 {
                return withUnit(words, number, from: mark.offset - 1, .times, before: limit)
            }
        }
        return counted(words, number, in: range)
    }

    /// A quantity whose number is known: a unit that follows at once takes the place of the one assumed.
    private static func withUnit(
        _ words: Words, _ number: Numeral, from start: Int, _ assumed: Quantity.Unit, before limit: Int
    ) -> (Located<Quantity>, Int)? {
        if let (unit, next) = unit(words, after: number, before: limit) {
            return (
                Located(Quantity(number.value, unit), at: ByteRange(start, Int(words[next - 1].end))), next
            )
        }
        guard number.suffix == nil else { return nil }
        return (
            Located(Quantity(number.value, assumed), at: ByteRange(start, number.range.end)), number.words.upperBound
        )
    }

    private static func unit(_ words: Words, after number: Numeral, before limit: Int) -> (Quantity.Unit, Int)? {
        let next = number.words.upperBound
        if let suffix = number.suffix { return units[suffix].map { ($0, next) } }
        guard next < limit, let unit = units[words[next].key] else { return nil }
        switch words.joint(after: next - 1) {
        case 0x20, UInt8(ascii: "-"): return (unit, next + 1)
        default: return number.isDoubled ? (unit, next + 1) : nil
        }
    }

    private static func counted(
        _ words: Words, _ number: Numeral, in range: Range<Int>
    ) -> (Located<Quantity>, Int)? {
        let limit = range.upperBound
        if unit(words, after: number, before: limit) != nil {
            return withUnit(words, number, from: number.range.start, .pieces, before: limit)
        }
        guard number.suffix == nil, number.value.whole != nil else { return nil }
        let next = number.words.upperBound
        if let (unit, last) = distantUnit(words, from: next, before: limit) {
            return (
                Located(Quantity(number.value, unit), at: ByteRange(number.range.start, Int(words[last].end))), next
            )
        }
        if number.isDoubled, next < limit, otherCounts[words[next].key] == nil {
            return (Located(Quantity(number.value, .pieces), at: number.range), next)
        }
        if next == limit, words.follows(UInt8(ascii: ","), at: number.words.lowerBound) {
            let unit = (range.lowerBound..<number.words.lowerBound).lazy.compactMap { distant[words[$0].key] }.first
            return (Located(Quantity(number.value, unit ?? .pieces), at: number.range), next)
        }
        return nil
    }

    /// The unit that a number reaches over the words of the treatment's name.
    private static func distantUnit(_ words: Words, from index: Int, before limit: Int) -> (Quantity.Unit, Int)? {
        var position = index
        while position < min(limit, index + 6) {
            let joint = words.joint(after: position - 1)
            let isBracket = position == index && words.mark(before: position)?.byte == UInt8(ascii: ")")
            guard joint == 0x20 || joint == UInt8(ascii: "-") || isBracket else { return nil }
            if let unit = distant[words[position].key] { return (unit, position) }
            if barriers[words[position].key] ?? false || words.text[Int(words[position].start)] &- 0x30 < 10 {
                return nil
            }
            position += 1
        }
        return nil
    }
}
