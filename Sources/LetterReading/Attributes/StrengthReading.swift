import Determinations

/// Reads the strength of a drug.
///
/// - `50mg`, `50 mg`, `2.5 mcg`, `5%`, `1 %`.
/// - Several substances: `10/325mg`, `7.5-325mg`, `75-0.2mg`, `10mg/325mg`.
/// - With what they are dissolved in or spread over: `25mg/ml`, `5 mg/5 ml`, `50mcg/hr`.
enum StrengthReading {
    private static let units: PhraseTable<Strength.Unit> = PhraseTable([
        (.milligrams, "mg, mgs, milligram, milligrams"), (.micrograms, "mcg, ug, microgram, micrograms"),
    ])
    private static let bases: PhraseTable<Strength.Base> = PhraseTable([
        (.milliliter, "ml, milliliter, milliliters, cc"), (.hour, "hr, hour, h"),
    ])

    /// The strength at an index and the index after it; nil when there is none.
    static func read(_ words: Words, at index: Int, before limit: Int) -> (Located<Strength>, Int)? {
        guard let first = Numeral.read(words, at: index, before: limit), !first.isDoubled else { return nil }
        if let end = percentEnd(words, first) {
            return (
                Located(Strength([first.value], .percent), at: ByteRange(first.range.start, end)),
                first.words.upperBound
            )
        }
        var amounts = [first.value]
        var last = first
        while true {
            if let (unit, next) = unit(words, after: last, before: limit) {
                // 10mg/325mg: the same again.
                if isJoined(words, next), let more = Numeral.read(words, at: next, before: limit),
                    let (second, _) = self.unit(words, after: more, before: limit), second == unit
                {
                    amounts.append(more.value)
                    last = more
                    continue
                }
                return withBase(words, amounts, unit, from: first, at: next, before: limit)
            }
            let next = last.words.upperBound
            guard last.suffix == nil, amounts.count < 6, isJoined(words, next),
                let more = Numeral.read(words, at: next, before: limit)
            else { return nil }
            amounts.append(more.value)
            last = more
        }
    }

    /// Whether a word is glued to the one before by a slash or a hyphen.
    private static func isJoined(_ words: Words, _ index: Int) -> Bool {
        let joint = words.joint(after: index - 1)
        return joint == UInt8(ascii: "/") || joint == UInt8(ascii: "-")
    }

    private static func percentEnd(_ words: Words, _ number: Numeral) -> Int? {
        guard number.suffix == nil, let mark = words.mark(after: number.words.upperBound - 1),
            mark.byte == UInt8(ascii: "%")
        else { return nil }
        return mark.offset + 1
    }

    private static func unit(_ words: Words, after number: Numeral, before limit: Int) -> (Strength.Unit, Int)? {
        let next = number.words.upperBound
        if let suffix = number.suffix { return units[suffix].map { ($0, next) } }
        guard next < limit, let unit = units[words[next].key] else { return nil }
        let joint = words.joint(after: next - 1)
        return joint == 0x20 || joint == UInt8(ascii: "-") ? (unit, next + 1) : nil
    }

    private static func withBase(
        _ words: Words, _ amounts: [Amount], _ unit: Strength.Unit, from first: Numeral, at next: Int, before limit: Int
    ) -> (Located<Strength>, Int) {
        let start = first.range.start
        let end = Int(words[next - 1].end)
        let plain = (Located(Strength(amounts, unit), at: ByteRange(start, end)), next)
        guard next < limit, words.joint(after: next - 1) == UInt8(ascii: "/") else { return plain }
        if let base = bases[words[next].key] {
            return (
                Located(Strength(amounts, unit, per: base), at: ByteRange(start, Int(words[next].end))), next + 1
            )
        }
        guard let amount = Numeral.read(words, at: next, before: limit) else { return plain }
        let after = amount.words.upperBound
        if let base = amount.suffix.flatMap({ bases[$0] }) {
            let range = ByteRange(start, Int(words[after - 1].end))
            return (Located(Strength(amounts, unit, per: base, amount: amount.value), at: range), after)
        }
        if amount.suffix == nil, after < limit, let base = bases[words[after].key] {
            let range = ByteRange(start, Int(words[after].end))
            return (Located(Strength(amounts, unit, per: base, amount: amount.value), at: range), after + 1)
        }
        return plain
    }
}
