import Determinations

/// Turns the bytes of a text file into UTF-8.
///
/// In this order:
/// - UTF-16, by its mark or by overwhelming evidence (`UTF16Text`): transcoded.
/// - Valid UTF-8: returned as it is; a byte order mark, line ends and form feeds stay.
/// - Neither: UTF-8 with damage or Windows-1252, whichever needs fewer errors; where both need as many, UTF-8. As UTF-8,
///   every ill-formed stretch is an error. As Windows-1252, every undefined byte is one, and so is every well-formed
///   UTF-8 sequence, because it would have to be mojibake.
/// - What then holds a NUL, over one percent of control characters or over ten percent of U+FFFD is not text. A single
///   one is tolerated: old programs end a file with control-Z.
package enum TextDecoder {
    /// The text of a file that is not a PDF, or why there is none.
    package static func decode(_ bytes: [UInt8], limits: ExtractionLimits) throws(TextFailure) -> ExtractedText {
        if let encoding = UTF16Text.encoding(of: bytes) {
            let text = UTF16Text.decode(bytes, bigEndian: encoding == .utf16BigEndian)
            return try finish(text.bytes, encoding, undecodable: text.undecodable, limits)
        }
        let check = UTF8Text.check(bytes)
        if check.isValid {
            return try finish(bytes, .utf8, isOriginal: true, isASCII: check.isASCII, limits)
        }
        if bytes.contains(0) { throw .notText(reason: "it holds NUL bytes") }
        let damaged = UTF8Text(repairing: bytes)
        if damaged.errors <= damaged.sequences + damaged.undefinedInWindows1252 {
            return try finish(damaged.text.bytes, .utf8, undecodable: damaged.text.undecodable, limits)
        }
        let text = Windows1252.decode(bytes)
        return try finish(text.bytes, .windows1252, undecodable: text.undecodable, limits)
    }

    private static func finish(
        _ bytes: [UInt8], _ encoding: TextEncoding, isOriginal: Bool = false, isASCII: Bool = false,
        undecodable: [ByteRange] = [], _ limits: ExtractionLimits
    ) throws(TextFailure) -> ExtractedText {
        let counts = ByteCounts(bytes)
        if counts.nulls > 0 { throw .notText(reason: "it holds NUL bytes") }
        if counts.controls > 1, counts.controls * 100 > bytes.count {
            throw .notText(reason: "it holds \(counts.controls) control characters")
        }
        let lost = undecodable.reduce(0) { $0 + $1.count }
        if lost > 3, lost * 10 > bytes.count { throw .notText(reason: "no encoding explains its bytes") }
        if !counts.hasInk || isMarkAndSpace(bytes) { throw .empty }
        var damage = isASCII ? [] : CharacterDamage.find(in: bytes, undecodable: undecodable)
        if counts.controls > 0 || encoding == .windows1252 {
            damage += ImplausibleCharacters.find(in: bytes, wasWindows1252: encoding == .windows1252)
        }
        let text = UTF8Text.cut(bytes, to: limits.textBytes)
        if text.count < bytes.count { damage.append(.cutAtLimit(text.count)) }
        return ExtractedText(
            mediaType: .text, bytes: text, isOriginal: isOriginal, encoding: encoding,
            formFeeds: counts.formFeeds, damage: damage)
    }

    /// Whether nothing but white space follows a byte order mark.
    private static func isMarkAndSpace(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: UTF8Text.byteOrderMark) && !bytes.dropFirst(3).contains { $0 > 0x20 }
    }
}
