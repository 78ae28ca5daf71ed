/// Recognises UTF-8 that was read as Windows-1252 (or Latin-1) and saved again.
///
/// The lead byte of a UTF-8 sequence then shows as one of a few letters, its continuation bytes as symbols. Only what no
/// western language writes is taken:
/// - `Â` or `Ã` and one symbol (was U+0080 to U+00FF: degree sign, accented letters);
/// - `â` and two symbols, or `â€` alone where the third was lost (was U+2000 to U+2FFF: quotes, dashes, bullets);
/// - `ï` and two symbols of which the first is `»`, `¿` or `¬` (was a byte order mark, U+FFFD or a ligature);
/// - `ð` and three symbols (was a pictograph);
/// - a control character U+0080 to U+009F (was a Windows-1252 byte, read as Latin-1), except U+0085, a line end.
enum Mojibake {
    /// The offset after the mojibake that starts at an offset of valid UTF-8, or nil.
    static func end(in bytes: [UInt8], from start: Int) -> Int? {
        guard let lead = scalar(in: bytes, at: start) else { return nil }
        var symbols: [UInt32] = []
        var ends = [lead.end]
        while symbols.count < 3, let next = scalar(in: bytes, at: ends[symbols.count]), isSymbol(next.value) {
            symbols.append(next.value)
            ends.append(next.end)
        }
        switch (lead.value, symbols.count) {
        case (0x80...0x84, _), (0x86...0x9F, _): return lead.end
        case (0xC2...0xC3, 1...): return ends[1]
        case (0xE2, 2...): return ends[2]
        case (0xE2, 1) where symbols[0] == 0x20AC: return ends[1]
        case (0xEF, 2...) where [0xAC, 0xBB, 0xBF].contains(symbols[0]): return ends[2]
        case (0xF0, 3): return ends[3]
        default: return nil
        }
    }

    /// Whether a character is what a continuation byte (0x80 to 0xBF) shows as.
    private static func isSymbol(_ value: UInt32) -> Bool {
        (0x80...0xBF).contains(value) || (value > 0xFF && Windows1252.special.contains(value))
    }

    /// The character at an offset of valid UTF-8 and where it ends; nil at the end and for ASCII.
    private static func scalar(in bytes: [UInt8], at index: Int) -> (value: UInt32, end: Int)? {
        guard index < bytes.count, bytes[index] >= 0xC2 else { return nil }
        let length = bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return nil }
        var value = UInt32(bytes[index]) & (0x7F >> UInt32(length))
        for byte in bytes[index + 1..<index + length] { value = value << 6 | UInt32(byte & 0x3F) }
        return (value, index + length)
    }
}
