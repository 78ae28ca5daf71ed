package import Determinations

/// One word of a letter: a run of letters and digits, with what stands between it and the word before.
///
/// Reading works on words and never on lines, so that the way a letter was extracted (wrapping, double spacing, page
/// breaks, columns of blanks) makes no difference.
public struct Word: Sendable {
    /// Equal for words that differ only in the case of ASCII letters; see `Word.key(of:)`.
    @usableFromInline package let key: UInt64
    /// The offset of the first byte.
    package let start: Int32
    /// The offset after the last byte.
    package let end: Int32
    /// The next word with the same bucket of keys, or -1.
    @usableFromInline var next: Int32 = -1
    /// Twice the number of line ends in the text before this word, and one more where a form feed stands directly before it.
    private var breaks: UInt32 = 0

    /// A word that is not yet in a bucket, of the first line.
    init(key: UInt64, start: Int, end: Int) {
        self.key = key
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
    }

    /// Sets what stands before the word.
    mutating func set(lineEnds: Int, afterFormFeed: Bool) {
        breaks = UInt32(truncatingIfNeeded: 2 &* lineEnds &+ (afterFormFeed ? 1 : 0))
    }

    /// The line ends in the text before this word.
    var lineEnds: Int { Int(breaks >> 1) }

    /// Whether a form feed stands between the word before and this one.
    var afterFormFeed: Bool { breaks & 1 != 0 }

    /// The bytes of the word.
    package var range: ByteRange { ByteRange(Int(start), Int(end)) }

    /// The key of a word: a hash of 64 bits over its bytes, ASCII letters in lower case.
    ///
    /// Comparing keys stands for comparing words; with 64 bits no two words of a letter meet by chance.
    package static func key(of word: String) -> UInt64 {
        let bytes = Array(word.utf8)
        return WordScanner.key(of: 0..<bytes.count, in: bytes)
    }
}
