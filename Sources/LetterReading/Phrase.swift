package import Determinations

/// A run of words to look for, whatever stands between them: blanks, line ends, page breaks or punctuation.
package struct Phrase: Sendable {
    /// The keys of the words.
    package let keys: [UInt64]
    /// Which of the words the phrase is looked up by: the longest, since it stands in a text less often than the others.
    let rarest: Int

    /// A phrase from its words, parted by blanks; letters and digits only.
    package init(_ words: String) {
        let list = words.split(separator: " ")
        keys = list.map { Word.key(of: String($0)) }
        rarest = list.indices.max { list[$0].utf8.count < list[$1].utf8.count } ?? 0
    }

    /// The number of words.
    package var count: Int { keys.count }
}

extension Words {
    /// Whether the phrase stands at an index.
    package func matches(_ phrase: Phrase, at index: Int) -> Bool {
        guard index >= 0, index + phrase.count <= count else { return false }
        for offset in 0..<phrase.count where words[index + offset].key != phrase.keys[offset] { return false }
        return true
    }

    /// Whether the phrase ends just before an index.
    package func matches(_ phrase: Phrase, before index: Int) -> Bool {
        matches(phrase, at: index - phrase.count)
    }

    /// The index of the first word of the phrase's first occurrence that lies wholly in a range of indices.
    package func first(_ phrase: Phrase, in range: Range<Int>) -> Int? {
        guard phrase.count > 0 else { return nil }
        var candidate = first(phrase.keys[phrase.rarest], in: range)
        while let found = candidate {
            if stands(phrase, around: found, in: range) { return found - phrase.rarest }
            candidate = next(after: found, in: range)
        }
        return nil
    }

    /// The first occurrence in the whole text, from an index.
    package func first(_ phrase: Phrase, from start: Int = 0) -> Int? {
        first(phrase, in: min(start, count)..<count)
    }

    /// The index of the first word of each occurrence that lies wholly in a range of indices.
    package func all(_ phrase: Phrase, in range: Range<Int>) -> [Int] {
        var found: [Int] = []
        each(phrase, in: range) { found.append($0) }
        return found
    }

    /// The index of the first word of the last occurrence that lies wholly in a range of indices.
    func last(_ phrase: Phrase, in range: Range<Int>) -> Int? {
        var last: Int?
        each(phrase, in: range) { last = $0 }
        return last
    }

    /// Goes over the occurrences that lie wholly in a range of indices, each given as the index of its first word.
    @inline(__always)
    func each(_ phrase: Phrase, in range: Range<Int>, _ body: (Int) -> Void) {
        guard phrase.count > 0 else { return }
        each(phrase.keys[phrase.rarest], in: range) { index in
            if stands(phrase, around: index, in: range) { body(index - phrase.rarest) }
        }
    }

    /// Whether a phrase stands wholly in a range of indices, the word it is looked up by at an index.
    private func stands(_ phrase: Phrase, around index: Int, in range: Range<Int>) -> Bool {
        let first = index - phrase.rarest
        return first >= range.lowerBound && first + phrase.count <= range.upperBound && matches(phrase, at: first)
    }

    /// Goes over the words of a range of indices that have the key.
    @inline(__always)
    func each(_ key: UInt64, in range: Range<Int>, _ body: (Int) -> Void) {
        var candidate = first(key, in: range)
        while let index = candidate {
            body(index)
            candidate = next(after: index, in: range)
        }
    }

    /// The bytes from the first to the last word of a phrase that stands at an index.
    package func range(of phrase: Phrase, at index: Int) -> ByteRange {
        ByteRange(Int(words[index].start), Int(words[index + phrase.count - 1].end))
    }
}
