/// UTF-8 that may be damaged.
struct UTF8Text {
    /// What the bytes at one offset are.
    enum Step: Hashable {
        /// A well-formed sequence of so many bytes.
        case character(Int)
        /// So many bytes that belong to no well-formed sequence (a maximal subpart, Unicode 3.9, D93b).
        case damage(Int)
    }

    /// The text with U+FFFD for each damaged stretch.
    private(set) var text: TranscodedText
    /// How many well-formed sequences of two bytes or more there are.
    private(set) var sequences = 0
    /// How many damaged stretches there are.
    private(set) var errors = 0
    /// How many bytes of the damaged stretches are undefined in Windows-1252.
    private(set) var undefinedInWindows1252 = 0

    /// Reads the bytes once, from the first damage on; without damage nothing is copied twice.
    init(repairing bytes: [UInt8]) {
        text = TranscodedText(expecting: bytes.count + 64)
        var (index, soundFrom) = (0, 0)
        while index < bytes.count {
            switch Self.step(bytes, at: index) {
            case .character(let length):
                if length > 1 { sequences += 1 }
                index += length
            case .damage(let length):
                text.append(bytes[soundFrom..<index])
                text.appendReplacement()
                errors += 1
                undefinedInWindows1252 += bytes[index..<index + length].count(where: Windows1252.isUndefined)
                index += length
                soundFrom = index
            }
        }
        text.append(bytes[soundFrom...])
    }

    /// Whether the bytes are well-formed, and whether they are all ASCII; at memory speed.
    static func check(_ bytes: [UInt8]) -> (isValid: Bool, isASCII: Bool) {
        guard let whole = try? UTF8Span(validating: bytes.span) else { return (false, false) }
        return (true, whole.isKnownASCII)
    }

    /// Whether there is a letter or a digit of any script.
    static func hasWords(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// What stands at an offset, after table 3-7 of the Unicode Standard.
    static func step(_ bytes: [UInt8], at index: Int) -> Step {
        let first = bytes[index]
        let (length, second): (Int, ClosedRange<UInt8>)
        switch first {
        case 0x00...0x7F: return .character(1)
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return .damage(1)
        }
        for offset in 1..<length {
            let allowed = offset == 1 ? second : 0x80...0xBF
            if index + offset >= bytes.count || !allowed.contains(bytes[index + offset]) { return .damage(offset) }
        }
        return .character(length)
    }
}

extension UTF8Text {
    /// U+FEFF, which some programs put before a text.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// U+FFFD, which stands for what could not be decoded.
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// At most so many bytes of valid UTF-8, cut between two characters.
    static func cut(_ bytes: [UInt8], to limit: Int) -> [UInt8] {
        if bytes.count <= limit { return bytes }
        var end = limit
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(bytes[..<end])
    }
}
