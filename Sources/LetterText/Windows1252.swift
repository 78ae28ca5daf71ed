/// Windows-1252 as WHATWG and Microsoft define it: Latin-1 with printable characters at 0x80 to 0x9F, five of them undefined.
enum Windows1252 {
    /// The characters of 0x80 to 0x9F in their order; 0 where none is defined.
    static let special: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    /// Whether the byte stands for no character: 0x81, 0x8D, 0x8F, 0x90, 0x9D.
    static func isUndefined(_ byte: UInt8) -> Bool {
        (0x80...0x9F).contains(byte) && special[Int(byte) - 0x80] == 0
    }

    /// The text as UTF-8; an undefined byte becomes U+FFFD.
    static func decode(_ bytes: [UInt8]) -> TranscodedText {
        var text = TranscodedText(expecting: bytes.count + bytes.count / 8)
        for byte in bytes {
            if isUndefined(byte) {
                text.appendReplacement()
            } else if (0x80...0x9F).contains(byte), let scalar = Unicode.Scalar(special[Int(byte) - 0x80]) {
                text.append(scalar)
            } else {
                text.append(Unicode.Scalar(byte))
            }
        }
        return text
    }
}
