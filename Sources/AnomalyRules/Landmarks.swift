import Determinations
import LetterReading

/// Places in a letter that few words have, found in one pass so that no rule has to look at every word.
struct Landmarks: Sendable {
    /// The indices of words that start with a digit.
    let numbers: [Int]
    /// The indices of words with exactly two blanks behind them.
    let doubleBlanks: [Int]
    /// The indices of words with a full stop and at least three more bytes behind them.
    let partedStops: [Int]
    /// The indices of words such as `ADJ1234567`.
    let boardNumbers: [Int]
    /// The indices of words that name a month.
    let months: [Int]

    private static let monthNames = [
        "january", "jan", "february", "feb", "march", "mar", "april", "apr", "may", "june", "jun", "july", "jul",
        "august", "aug", "september", "sept", "sep", "october", "oct", "november", "nov", "december", "dec",
    ]
    .map { Word.key(of: $0) }

    /// The landmarks in a range of words.
    init(_ words: Words, in range: Range<Int>) {
        var numbers = [Int](repeating: 0, count: range.count + 1)
        var numberCount = 0
        var doubleBlanks: [Int] = []
        var partedStops: [Int] = []
        var boardNumbers: [Int] = []
        let bytes = words.text.span
        let list = words.words.span
        var numberSpan = numbers.mutableSpan
        var previousEnd = range.isEmpty ? 0 : Int(list[range.lowerBound].start)
        for index in range {
            let word = list[index]
            let start = Int(word.start)
            let (first, mark) = (bytes[start], bytes[previousEnd])
            // Every index is written and kept only for a digit: a branch would often be guessed wrongly.
            numberSpan[numberCount] = index
            numberCount &+= first &- 0x30 < 10 ? 1 : 0
            if first == UInt8(ascii: "A"), Landmarks.isBoardNumber(word, bytes) { boardNumbers.append(index) }
            let gap = start &- previousEnd
            if gap == 2, mark == 0x20, bytes[previousEnd + 1] == 0x20 { doubleBlanks.append(index - 1) }
            if gap >= 4, mark == UInt8(ascii: ".") { partedStops.append(index - 1) }
            previousEnd = Int(word.end)
        }
        numbers.removeLast(numbers.count - numberCount)
        self.numbers = numbers
        self.doubleBlanks = doubleBlanks
        self.partedStops = partedStops
        self.boardNumbers = boardNumbers
        var months: [Int] = []
        for name in Landmarks.monthNames {
            var candidate = words.first(name, in: range)
            while let index = candidate {
                months.append(index)
                candidate = words.next(after: index, in: range)
            }
        }
        months.sort()
        self.months = months
    }

    private static func isBoardNumber(_ word: Word, _ bytes: Span<UInt8>) -> Bool {
        let start = Int(word.start)
        return word.end - word.start >= 9 && bytes[start + 1] == UInt8(ascii: "D")
            && bytes[start + 2] == UInt8(ascii: "J") && bytes[start + 3] &- 0x30 < 10
    }

    /// Those of some indices that lie in a range of words.
    static func within(_ indices: [Int], _ range: Range<Int>) -> ArraySlice<Int> {
        let start = position(of: range.lowerBound, in: indices)
        return indices[start..<max(start, position(of: range.upperBound, in: indices))]
    }

    private static func position(of index: Int, in indices: [Int]) -> Int {
        var low = 0
        var high = indices.count
        while low < high {
            let middle = (low + high) / 2
            if indices[middle] < index { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The dates in a range of words, in order, none inside another.
    func dates(in words: Words, _ range: Range<Int>) -> [DateText] {
        var dates: [DateText] = []
        var next = range.lowerBound
        func add(_ index: Int) {
            guard index >= next, let date = DateReading.date(in: words, at: index),
                index + date.wordCount <= range.upperBound
            else { return }
            dates.append(date)
            next = index + date.wordCount
        }
        var months = Landmarks.within(months, range)
        for index in Landmarks.within(numbers, range) {
            while let month = months.first, month < index {
                add(month)
                months.removeFirst()
            }
            if Landmarks.startsDate(words, index) { add(index) }
        }
        for month in months { add(month) }
        return dates
    }

    /// One or two digits and a slash or hyphen behind them.
    private static func startsDate(_ words: Words, _ index: Int) -> Bool {
        let word = words[index]
        let end = Int(word.end)
        return word.end - word.start <= 2 && end < words.text.count
            && (words.text[end] == UInt8(ascii: "/") || words.text[end] == UInt8(ascii: "-"))
    }
}
