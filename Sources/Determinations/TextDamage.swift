/// Something in a text that shows it is not what was written; ranges are those of the extracted bytes.
///
/// Neighbouring places are one; of each kind at most `placesKept` are told, so that a hostile file stays small.
package enum TextDamage: Hashable, Sendable {
    /// Bytes that the file's encoding does not explain; U+FFFD stands in their place.
    case undecodable(at: ByteRange)
    /// U+FFFD that was in the file already: something was lost before it came here.
    case replacementCharacter(at: ByteRange)
    /// UTF-8 that was read as Windows-1252 and saved again, such as `Â°` for a degree sign.
    case mojibake(at: ByteRange)
    /// Control characters, and signs that no letter uses: bytes were changed, and the encoding explains them all the same.
    case implausible(at: ByteRange)
    /// A PDF without `%%EOF` near its end: it was cut off.
    case pdfWithoutEnd
    /// A PDF of which something is lost; the message is poppler's, without anything quoted from the letter.
    case pdfDamaged(message: String)
    /// The text was longer than the limit; it was cut at this offset, in bytes.
    case cutAtLimit(Int)

    /// How many places of one kind are told.
    package static let placesKept = 100
}
