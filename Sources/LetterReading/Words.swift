import Determinations

/// The words of a text in their order, found by content in constant time.
///
/// ASCII letters and digits make words; so do letters of other scripts. Everything else stands between words.
package struct Words: Sendable {
    /// The text: UTF-8.
    package let text: [UInt8]
    /// The words.
    @usableFromInline package private(set) var words: [Word] = []
    /// Whether every text line is followed by an empty one, as in some extractions.
    package private(set) var isDoubleSpaced = false
    /// How many form feeds the text has.
    package private(set) var formFeeds = 0
    private var heads: [Int32]

    /// The table of buckets has as many places as ten bits of a key can tell apart.
    private static let buckets = 1024

    @inline(__always)
    private static func bucket(of key: UInt64) -> Int { Int(key >> 54) }

    /// Scans a text.
    package init(_ text: [UInt8]) {
        self.text = text
        heads = [Int32](repeating: -1, count: Words.buckets)
        (words, formFeeds) = WordScanner.scan(text)
        findDoubleSpacing()
        index()
    }

    /// The number of words.
    package var count: Int { words.count }

    /// The word at an index.
    @inlinable package subscript(index: Int) -> Word { words[index] }

    /// A text is double-spaced when hardly a line is followed by another without an empty one between.
    private mutating func findDoubleSpacing() {
        var single = 0
        var double = 0
        for word in words {
            if word.lineEnds == 1 { single += 1 } else if word.lineEnds == 2 { double += 1 }
        }
        isDoubleSpaced = double >= 8 && single * 10 < double
    }

    private mutating func index() {
        for position in stride(from: words.count - 1, through: 0, by: -1) {
            let bucket = Words.bucket(of: words[position].key)
            words[position].next = heads[bucket]
            heads[bucket] = Int32(truncatingIfNeeded: position)
        }
    }

    /// The first word in a range of indices that has the key, or nil.
    package func first(_ key: UInt64, in range: Range<Int>) -> Int? {
        follow(heads[Words.bucket(of: key)], key, in: range)
    }

    /// The next word after an index that has the same key as the word there, within a range of indices.
    package func next(after index: Int, in range: Range<Int>) -> Int? {
        follow(words[index].next, words[index].key, in: range)
    }

    private func follow(_ start: Int32, _ key: UInt64, in range: Range<Int>) -> Int? {
        var position = start
        while position >= 0 {
            let index = Int(position)
            if index >= range.upperBound { return nil }
            if index >= range.lowerBound, words[index].key == key { return index }
            position = words[index].next
        }
        return nil
    }
}
