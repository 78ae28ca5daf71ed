extension JSON {
    /// The value on one line: UTF-8, no spaces, no newline, `"`, `\` and every control character escaped.
    ///
    /// Direction-changing and other invisible format characters are escaped too, so that a line is safe on a terminal.
    package var line: String { String(decoding: bytes, as: UTF8.self) }

    /// The bytes of `line`.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(256)
        write(to: &output)
        return output
    }

    /// Appends the bytes of `line`.
    package func write(to output: inout [UInt8]) {
        switch self {
        case .null: output += "null".utf8
        case .bool(let value): output += (value ? "true" : "false").utf8
        case .integer(let value): output += String(value).utf8
        case .number(let value): output += (value.isFinite ? value.description : "null").utf8
        case .string(let text): JSON.write(text, to: &output)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                element.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                JSON.write(member.key, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        if isPlain(text.utf8.span) {
            output += text.utf8
        } else {
            writeInParts(Array(text.utf8), to: &output)
        }
        output.append(UInt8(ascii: "\""))
    }

    /// Writes text that has something to escape: what lies between is copied as a whole.
    private static func writeInParts(_ bytes: [UInt8], to output: inout [UInt8]) {
        var (copied, position) = (0, 0)
        while position < bytes.count {
            let byte = bytes[position]
            if byte >= 0x20, byte < 0x7F, byte != 0x22, byte != 0x5C {
                position += 1
                continue
            }
            let (scalar, length) = character(at: position, in: bytes.span)
            if isEscaped(scalar) {
                output += bytes[copied..<position]
                writeEscape(of: scalar, to: &output)
                copied = position + length
            }
            position += length
        }
        output += bytes[copied...]
    }

    /// Whether nothing has to be escaped, nor looked at twice: printable ASCII without `"` and `\`.
    private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
        // Without a branch for each byte, so that many are looked at together.
        var found: UInt8 = 0
        for position in bytes.indices {
            let byte = bytes[position]
            found |= (byte &- 0x20 >= 0x5F ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0)
        }
        return found == 0
    }

    /// The character that starts at a position of valid UTF-8, and how many bytes it has.
    private static func character(at position: Int, in bytes: Span<UInt8>) -> (scalar: UInt32, length: Int) {
        let first = UInt32(bytes[position])
        if first < 0x80 { return (first, 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var scalar = first & (0x7F >> UInt32(length))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[position + offset] & 0x3F) }
        return (scalar, length)
    }

    /// Whether a character is written as its escape.
    private static func isEscaped(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0...0x1F, 0x22, 0x5C, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB:
            true
        default: false
        }
    }

    private static func writeEscape(of scalar: UInt32, to output: inout [UInt8]) {
        switch scalar {
        case 0x22: output += #"\""#.utf8
        case 0x5C: output += #"\\"#.utf8
        case 0x0A: output += #"\n"#.utf8
        case 0x0D: output += #"\r"#.utf8
        case 0x09: output += #"\t"#.utf8
        default:
            let digits = String(scalar, radix: 16)
            output += #"\u"#.utf8
            output += String(repeating: "0", count: 4 - digits.utf8.count).utf8
            output += digits.utf8
        }
    }
}
