package import Determinations

/// One word of a letter: a run of letters and digits, with what stands between it and the word before.
///
/// Reading works on words and never on lines, so that the way a letter was extracted (wrapping, double spacing, page
/// breaks, columns of blanks) makes no difference.
package struct Word: Sendable {
    /// The offset of the first byte.
    package let start: Int32
    /// The offset after the last byte.
    package let end: Int32
    /// Equal for words that differ only in case; see `Word.key(of:)`.
    package let key: UInt64
    /// Line ends between the word before and this one, at most 255.
    let lineEnds: UInt8
    /// Whether a form feed stands before this word.
    let afterFormFeed: Bool
    /// The next word with the same bucket of keys, or -1.
    var next: Int32

    /// The bytes of the word.
    package var range: ByteRange { ByteRange(Int(start), Int(end)) }

    /// The key of a word: FNV-1a with 64 bits over its bytes, ASCII letters in lower case.
    ///
    /// Source: RFC 9923. Comparing keys stands for comparing words; 64 bits leave no chance collision to care about.
    package static func key(of word: String) -> UInt64 {
        word.utf8.reduce(keyStart) { keyStep($0, $1) }
    }

    @inline(__always)
    static var keyStart: UInt64 { 0xCBF2_9CE4_8422_2325 }

    @inline(__always)
    static func keyStep(_ key: UInt64, _ byte: UInt8) -> UInt64 {
        let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
        return (key ^ UInt64(lower)) &* 0x100_0000_01B3
    }
}
