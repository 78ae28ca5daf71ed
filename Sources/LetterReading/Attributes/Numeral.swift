import Determinations

/// A number as written in running text, with its place.
///
/// - Digits, with a decimal point and more digits: `60`, `7.5`, `106.32gm`, `.5`.
/// - Letters glued to the last digit are its suffix: `50mg`, `3x`.
/// - A word up to ninety-nine, alone or doubled in brackets: `eight`, `twenty-four`, `Eight (8)`, `1 (one)`.
struct Numeral {
    /// The value.
    let value: Amount
    /// The indices of its words.
    let words: Range<Int>
    /// The bytes of the number itself, without a suffix.
    let range: ByteRange
    /// The key of the letters glued to its end; nil when there are none.
    let suffix: UInt64?
    /// Whether it is written twice, in digits and as a word.
    let isDoubled: Bool

    /// The value as a whole number of at most four digits; nil for anything else.
    var small: Int? { value.whole.flatMap { $0 <= 9999 ? $0 : nil } }

    private static let names: PhraseTable<Int> = {
        let units = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        var names = units.enumerated().map { ($0.offset, $0.element) }
        for (ten, name) in tens.enumerated() {
            names.append((20 + ten * 10, name))
            for unit in 1...9 { names.append((20 + ten * 10 + unit, name + " " + units[unit])) }
        }
        return PhraseTable(names)
    }()

    /// The number whose first word stands at an index and which ends before a limit; nil when there is none.
    static func read(_ words: Words, at index: Int, before limit: Int) -> Numeral? {
        guard index < limit, let first = plain(words, at: index, before: limit) else { return nil }
        // Eight (8), 1 (one): the same number again in brackets.
        let next = first.words.upperBound
        if first.suffix == nil, next < limit, words.joint(after: next - 1) == UInt8(ascii: "("),
            let second = plain(words, at: next, before: limit), second.suffix == nil, second.value == first.value
        {
            let end = second.range.end
            if end < words.text.count, words.text[end] == UInt8(ascii: ")") {
                return Numeral(
                    value: first.value, words: index..<second.words.upperBound,
                    range: ByteRange(first.range.start, end + 1), suffix: nil, isDoubled: true)
            }
        }
        return first
    }

    private static func plain(_ words: Words, at index: Int, before limit: Int) -> Numeral? {
        if words.text[Int(words[index].start)] &- 0x30 < 10 { return digits(words, at: index, before: limit) }
        guard let (value, count) = names.match(words, at: index, before: limit) else { return nil }
        if count == 2, words.joint(after: index) != UInt8(ascii: "-"), words.joint(after: index) != 0x20 { return nil }
        let range = index..<index + count
        return Numeral(
            value: Amount(value), words: range, range: words.bytes(range), suffix: nil, isDoubled: false)
    }

    private static func digits(_ words: Words, at index: Int, before limit: Int) -> Numeral? {
        let (wholeEnd, whole) = leadingDigits(words, index)
        guard wholeEnd - Int(words[index].start) <= 9 else { return nil }
        let start = Int(words[index].start)
        let point = UInt8(ascii: ".")
        if wholeEnd < Int(words[index].end) {
            return Numeral(
                value: Amount(whole), words: index..<index + 1, range: ByteRange(start, wholeEnd),
                suffix: key(words, wholeEnd, Int(words[index].end)), isDoubled: false)
        }
        if index + 1 < limit, words.text[wholeEnd] == point, Int(words[index + 1].start) == wholeEnd + 1,
            words.text[wholeEnd + 1] &- 0x30 < 10
        {
            let (end, _) = leadingDigits(words, index + 1)
            let last = Int(words[index + 1].end)
            return Numeral(
                value: Amount(whole: whole, fraction: words.text[(wholeEnd + 1)..<end]), words: index..<index + 2,
                range: ByteRange(start, end), suffix: end < last ? key(words, end, last) : nil, isDoubled: false)
        }
        if start > 0, words.text[start - 1] == point, start < 2 || Folding.isWhite(words.text[start - 2]) {
            return Numeral(
                value: Amount(whole: 0, fraction: words.text[start..<wholeEnd]), words: index..<index + 1,
                range: ByteRange(start - 1, wholeEnd), suffix: nil, isDoubled: false)
        }
        return Numeral(
            value: Amount(whole), words: index..<index + 1, range: ByteRange(start, wholeEnd), suffix: nil,
            isDoubled: false)
    }

    /// Where the digits that a word starts with end, and their value as far as nine of them.
    private static func leadingDigits(_ words: Words, _ index: Int) -> (end: Int, value: Int) {
        var position = Int(words[index].start)
        let limit = min(Int(words[index].end), position + 10)
        var value = 0
        while position < limit, words.text[position] &- 0x30 < 10 {
            value = value * 10 + Int(words.text[position] - 0x30)
            position += 1
        }
        return (position, value)
    }

    private static func key(_ words: Words, _ start: Int, _ end: Int) -> UInt64 {
        WordScanner.key(of: start..<end, in: words.text)
    }
}

/// A number or a range of two (`1 to 2`, `4-6`, `one or two`), as whole numbers.
struct NumeralRange {
    /// The numbers, the smaller first.
    let count: ClosedRange<Int>
    /// The indices of the words.
    let words: Range<Int>
    /// The bytes from the first number to the end of the last one, without a suffix.
    let range: ByteRange
    /// The key of the letters glued to the last number.
    let suffix: UInt64?

    private static let joining: PhraseTable<Bool> = PhraseTable([(true, "to, or")])

    /// The number or range at an index; nil when there is none or it is no whole number of at most four digits.
    static func read(_ words: Words, at index: Int, before limit: Int) -> NumeralRange? {
        guard let first = Numeral.read(words, at: index, before: limit), let low = first.small else { return nil }
        var next = first.words.upperBound
        if first.suffix == nil, next < limit {
            let isJoined = words.joint(after: next - 1) == UInt8(ascii: "-")
            if !isJoined, joining[words[next].key] ?? false { next += 1 }
            if isJoined || next > first.words.upperBound,
                let second = Numeral.read(words, at: next, before: limit), let high = second.small, high > low
            {
                return NumeralRange(
                    count: low...high, words: index..<second.words.upperBound,
                    range: ByteRange(first.range.start, second.range.end), suffix: second.suffix)
            }
        }
        return NumeralRange(count: low...low, words: first.words, range: first.range, suffix: first.suffix)
    }
}
