/// UTF-16 files: told by their byte order mark, or without one only by overwhelming evidence.
enum UTF16Text {
    /// The byte order, or nil when the file is not UTF-16.
    ///
    /// - A byte order mark (FE FF or FF FE) decides.
    /// - Without one, in the first KiB nine of ten bytes on one side (even or odd offsets) are NUL and at most one of
    ///   ten on the other: English text has that shape, and nothing else that is text has a NUL at all.
    static func encoding(of bytes: [UInt8]) -> TextEncoding? {
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        let pairs = min(bytes.count, 1024) / 2
        if pairs < 8 { return nil }
        var nulls = (even: 0, odd: 0)
        for pair in 0..<pairs {
            if bytes[2 * pair] == 0 { nulls.even += 1 }
            if bytes[2 * pair + 1] == 0 { nulls.odd += 1 }
        }
        if nulls.even * 10 >= pairs * 9, nulls.odd * 10 <= pairs { return .utf16BigEndian }
        if nulls.odd * 10 >= pairs * 9, nulls.even * 10 <= pairs { return .utf16LittleEndian }
        return nil
    }

    /// The text as UTF-8 without its byte order mark; a lone surrogate and half a code unit become U+FFFD.
    static func decode(_ bytes: [UInt8], bigEndian: Bool) -> TranscodedText {
        let units = (0..<bytes.count / 2).map { index in
            let (first, second) = (UInt16(bytes[2 * index]), UInt16(bytes[2 * index + 1]))
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        var text = TranscodedText(expecting: bytes.count)
        var index = units.first == 0xFEFF ? 1 : 0
        while index < units.count {
            let unit = units[index]
            index += 1
            if let scalar = Unicode.Scalar(unit) {
                text.append(scalar)
            } else if UTF16.isLeadSurrogate(unit), index < units.count, UTF16.isTrailSurrogate(units[index]) {
                text.append(UTF16.decode(UTF16.EncodedScalar([unit, units[index]])))
                index += 1
            } else {
                text.appendReplacement()
            }
        }
        if bytes.count % 2 == 1 { text.appendReplacement() }
        return text
    }
}
