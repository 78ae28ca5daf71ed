import Determinations

/// Finds the characters that no letter holds: damage that is well-formed, because every encoding explains it.
///
/// - Control characters that lay out no text, except in the white space at the end.
/// - In a text read as Windows-1252, which explains nearly every byte: signs that English medical prose does not use, and letters
///   with accents that stand in no word.
enum ImplausibleCharacters {
    /// Signs of Windows-1252 that letters use; the letters are judged by what stands beside them.
    private static let signs = Set("€…†‡‘’“”•–—™\u{A0}¢£§©®°±²³´µ¶·º¼½¾×÷\u{AD}".unicodeScalars)
    private static let strangeLetters = Set("ÐÞðþŒœŸƒªˆ˜".unicodeScalars)

    /// The places in a text that is UTF-8 by now, neighbours joined.
    static func find(in text: [UInt8], wasWindows1252: Bool) -> [TextDamage] {
        var places: [ByteRange] = []
        let end = (text.lastIndex { $0 > 0x20 } ?? -1) + 1
        var index = 0
        while index < end {
            guard case .character(let length) = UTF8Text.step(text, at: index) else {
                index += 1
                continue
            }
            let isDamage =
                length == 1 ? isControl(text[index]) : wasWindows1252 && isImplausible(text, index..<index + length)
            if isDamage { places.extend(to: ByteRange(index, index + length)) }
            index += length
        }
        return places.prefix(TextDamage.placesKept).map(TextDamage.implausible)
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte == 0x7F || (byte < 0x20 && !(0x09...0x0D).contains(byte))
    }

    private static func isImplausible(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        guard let scalar = String(decoding: text[range], as: UTF8.self).unicodeScalars.first else { return false }
        if scalar == "\u{FFFD}" || signs.contains(scalar) { return false }
        guard scalar.properties.isAlphabetic, !strangeLetters.contains(scalar) else { return true }
        let isBehindLetter = range.lowerBound > 0 && isLetter(text[range.lowerBound - 1])
        return !isBehindLetter && !(range.upperBound < text.count && isLetter(text[range.upperBound]))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
