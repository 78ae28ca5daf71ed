package import Determinations

/// A run of words to look for, whatever stands between them: blanks, line ends, page breaks or punctuation.
package struct Phrase: Sendable {
    /// The keys of the words.
    package let keys: [UInt64]

    /// A phrase from its words, parted by blanks; letters and digits only.
    package init(_ words: String) {
        keys = words.split(separator: " ").map { Word.key(of: String($0)) }
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
        guard let key = phrase.keys.first else { return nil }
        var candidate = first(key, in: range)
        while let found = candidate {
            if found + phrase.count <= range.upperBound, matches(phrase, at: found) { return found }
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
        guard let key = phrase.keys.first else { return }
        each(key, in: range) { index in
            if index + phrase.count <= range.upperBound, matches(phrase, at: index) { body(index) }
        }
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
