import LetterReading

/// Finds the dates in parts of a letter, from the few words that one can begin with.
struct DateScan {
    private let words: Words
    /// The indices of words that name a month, in their order.
    private let months: [Int]

    /// A scan of the parts of a letter, given as the indices of all its words.
    init(_ words: Words, in extent: Range<Int>) {
        var months: [Int] = []
        for name in DateReading.monthKeys {
            var candidate = words.first(name, in: extent)
            while let index = candidate {
                months.append(index)
                candidate = words.next(after: index, in: extent)
            }
        }
        months.sort()
        self.words = words
        self.months = months
    }

    /// The dates in a range of words, in order, none inside another.
    func dates(in range: Range<Int>) -> [DateText] {
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
        for index in Landmarks.within(words.landmarks.numbers, range) {
            while let month = months.first, month < index {
                add(month)
                months.removeFirst()
            }
            if startsDate(index) { add(index) }
        }
        for month in months { add(month) }
        return dates
    }

    /// One or two digits and a slash or hyphen behind them.
    private func startsDate(_ index: Int) -> Bool {
        let word = words[index]
        let end = Int(word.end)
        return word.end - word.start <= 2 && end < words.text.count
            && (words.text[end] == UInt8(ascii: "/") || words.text[end] == UInt8(ascii: "-"))
    }
}
