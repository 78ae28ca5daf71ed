/// Letters printed as one character, as some extractors of PDFs leave them: "ﬁ" is read as "fi".
///
/// Source: Unicode, U+FB00 to U+FB06, three bytes each in UTF-8.
enum Ligature {
    private static let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].map { Array($0.utf8) }

    /// What stands for the character at an offset; nil where that is none of these.
    static func letters(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> [UInt8]? {
        guard offset + 2 < bytes.count, unsafe (bytes[offset], bytes[offset + 1]) == (0xEF, 0xAC) else { return nil }
        let number = unsafe Int(bytes[offset + 2]) - 0x80
        return letters.indices.contains(number) ? letters[number] : nil
    }

    /// The bytes of a word, each of these characters as its letters.
    static func spelledOut(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> [UInt8] {
        var spelled: [UInt8] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            if let letters = unsafe letters(bytes, at: offset) {
                spelled += letters
                offset += 3
            } else {
                spelled.append(unsafe bytes[offset])
                offset += 1
            }
        }
        return spelled
    }
}
