import Determinations

/// The words of a text in their order, found by content in constant time.
///
/// One pass over the bytes. ASCII letters and digits make words; so do bytes of other scripts. White space is the blank,
/// tab, line ends, form feed, no-break space and the byte order mark; everything else is punctuation.
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

    private static let buckets = 1024

    /// Scans a text.
    package init(_ text: [UInt8]) {
        self.text = text
        heads = [Int32](repeating: -1, count: Words.buckets)
        (words, formFeeds) = Words.scan(text)
        findDoubleSpacing()
        index()
    }

    /// The number of words.
    package var count: Int { words.count }

    /// The word at an index.
    @inlinable package subscript(index: Int) -> Word { words[index] }

    private static func scan(_ text: [UInt8]) -> (words: [Word], formFeeds: Int) {
        var words: [Word] = []
        words.reserveCapacity(text.count / 6 + 8)
        var formFeeds = 0
        let bytes = text.span
        let count = bytes.count
        var position = 0
        var lineEnds = 0
        var formFeed = false
        while position < count {
            let byte = bytes[position]
            if Words.isWordByte(byte) || (byte >= 0x80 && Words.separatorLength(bytes, position) == 0) {
                let start = position
                var key = Word.keyStart
                repeat {
                    key = Word.keyStep(key, bytes[position])
                    position += 1
                } while position < count
                    && (Words.isWordByte(bytes[position])
                        || (bytes[position] >= 0x80 && Words.separatorLength(bytes, position) == 0))
                words.append(
                    Word(
                        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position), key: key,
                        lineEnds: UInt8(clamping: lineEnds), afterFormFeed: formFeed, next: -1))
                lineEnds = 0
                formFeed = false
            } else if byte >= 0x80 {
                position += Words.separatorLength(bytes, position)
            } else {
                if byte == 0x0A || (byte == 0x0D && !(position + 1 < count && bytes[position + 1] == 0x0A)) {
                    lineEnds += 1
                } else if byte == 0x0C {
                    formFeed = true
                    formFeeds += 1
                }
                position += 1
            }
        }
        return (words, formFeeds)
    }

    @inline(__always)
    private static func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }

    /// The length of a separator of several bytes at a position, or 0 when a letter stands there.
    ///
    /// Separators: U+0080 to U+00BF (no-break space, degree, registered, …), U+00D7, U+2000 to U+206F (dashes, quotation
    /// marks, bullets, …), the byte order mark and U+FFFD.
    @inline(__always)
    static func separatorLength(_ bytes: Span<UInt8>, _ position: Int) -> Int {
        switch bytes[position] {
        case 0xC2: return 2
        case 0xC3: return position + 1 < bytes.count && bytes[position + 1] == 0x97 ? 2 : 0
        case 0xE2:
            guard position + 1 < bytes.count else { return 0 }
            return bytes[position + 1] == 0x80 || bytes[position + 1] == 0x81 ? 3 : 0
        case 0xEF:
            guard position + 2 < bytes.count else { return 0 }
            let tail = (bytes[position + 1], bytes[position + 2])
            return tail == (0xBB, 0xBF) || tail == (0xBF, 0xBD) ? 3 : 0
        default: return 0
        }
    }

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
            let bucket = Int(words[position].key & UInt64(Words.buckets - 1))
            words[position].next = heads[bucket]
            heads[bucket] = Int32(truncatingIfNeeded: position)
        }
    }

    /// The first word in a range of indices that has the key, or nil.
    package func first(_ key: UInt64, in range: Range<Int>) -> Int? {
        follow(heads[Int(key & UInt64(Words.buckets - 1))], key, in: range)
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
