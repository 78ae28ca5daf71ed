package import Determinations
import LetterReading

/// A full stop stands alone.
///
/// **Finds** a sentence that ends twice: two full stops with a blank between them.
///
/// **Why it matters:** words may have been lost between the two.
///
/// **Example:** "relief of headaches. . Although short-term improvement …".
///
/// **Quiet:** for dots of omission ("…", ". . ."), for anything outside the case summary and the rationales, and in a scan, where OCR
/// sees specks as stops.
package enum X04StrayPunctuation: AnomalyRule {
    package static let code = "X04"
    package static let name = "stray-punctuation"
    package static let severity = Severity.info

    private static let stop = UInt8(ascii: ".")

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        if letter.isRecognized { return [] }
        let words = letter.words
        return letter.narrative.flatMap { part in
            Landmarks.within(words.landmarks.partedStops, part.dropLast()).compactMap { index in
                strayStop(words.text, Int(words[index].end), Int(words[index + 1].start))
            }
        }
        .map { place in
            finding(
                "A full stop stands alone.", expected: "one full stop", found: "\"\(letter.string(place))\"",
                in: letter, at: [place])
        }
    }

    /// Two full stops and white space are all that stands between two words.
    private static func strayStop(_ text: [UInt8], _ start: Int, _ end: Int) -> ByteRange? {
        var second: Int?
        for offset in (start + 1)..<end where !Folding.isWhite(text[offset]) {
            guard text[offset] == stop, second == nil, offset > start + 1 else { return nil }
            second = offset
        }
        return second.map { ByteRange(start, $0 + 1) }
    }
}
