import Determinations

/// The words of a text in their order, found by content in constant time.
///
/// ASCII letters and digits make words; so do letters of other scripts. Everything else stands between words.
///
/// A class, because whoever looks into a letter keeps its words: a copy of its arrays would be counted for each of them.
/// What is asked for every other word is public although only our rooms use it: the compiler inlines nothing of another room that
/// is `package`.
public final class Words: Sendable {
    /// The text: UTF-8.
    package let text: [UInt8]
    /// The words.
    @usableFromInline package let words: [Word]
    /// Whether every text line is followed by an empty one, as in some extractions; then hardly a line is followed by another at once.
    package let isDoubleSpaced: Bool
    /// How many form feeds the text has.
    package let formFeeds: Int
    /// Places that few words have.
    package let landmarks: Landmarks
    @usableFromInline let heads: [Int32]
    /// For every 64 bytes of the text the first word that starts in them or behind.
    let blocks: [Int32]

    /// Scans a text.
    package init(_ text: [UInt8]) {
        let scan = WordScanner.scan(text)
        self.text = text
        words = scan.words
        heads = scan.heads
        blocks = scan.blocks
        landmarks = scan.landmarks
        formFeeds = scan.formFeeds
        isDoubleSpaced = scan.behindTwoLineEnds >= 8 && scan.behindOneLineEnd * 10 < scan.behindTwoLineEnds
    }

    /// The number of words.
    @inlinable public var count: Int { words.count }

    /// The word at an index.
    @inlinable public subscript(index: Int) -> Word { @inline(__always) get { words[index] } }

    /// The first word in a range of indices that has the key, or nil.
    @inlinable public func first(_ key: UInt64, in range: Range<Int>) -> Int? {
        let head = heads[WordScanner.bucket(of: key)]
        return head < 0 ? nil : follow(head, key, in: range)
    }

    /// The next word after an index that has the same key as the word there, within a range of indices.
    @inlinable public func next(after index: Int, in range: Range<Int>) -> Int? {
        let word = words[index]
        return word.next < 0 ? nil : follow(word.next, word.key, in: range)
    }

    @usableFromInline func follow(_ start: Int32, _ key: UInt64, in range: Range<Int>) -> Int? {
        var position = start
        while position >= 0 {
            let index = Int(position)
            if index >= range.upperBound { return nil }
            let word = words[index]
            if index >= range.lowerBound, word.key == key { return index }
            position = word.next
        }
        return nil
    }
}
