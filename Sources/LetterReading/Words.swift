import Determinations

/// The words of a text in their order, found by content in constant time.
///
/// ASCII letters and digits make words; so do letters of other scripts. Everything else stands between words.
package struct Words: Sendable {
    /// The text: UTF-8.
    package let text: [UInt8]
    /// The words.
    @usableFromInline package let words: [Word]
    /// Whether every text line is followed by an empty one, as in some extractions; then hardly a line is followed by another at once.
    package let isDoubleSpaced: Bool
    /// How many form feeds the text has.
    package let formFeeds: Int
    private let heads: [Int32]

    /// Scans a text.
    package init(_ text: [UInt8]) {
        let scan = WordScanner.scan(text)
        self.text = text
        words = scan.words
        heads = scan.heads
        formFeeds = scan.formFeeds
        isDoubleSpaced = scan.behindTwoLineEnds >= 8 && scan.behindOneLineEnd * 10 < scan.behindTwoLineEnds
    }

    /// The number of words.
    package var count: Int { words.count }

    /// The word at an index.
    @inlinable package subscript(index: Int) -> Word { words[index] }

    /// The first word in a range of indices that has the key, or nil.
    package func first(_ key: UInt64, in range: Range<Int>) -> Int? {
        follow(heads[WordScanner.bucket(of: key)], key, in: range)
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
