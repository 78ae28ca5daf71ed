import Determinations

/// Finds the characters that show a text went through a wrong decoding.
enum CharacterDamage {
    /// The damage in a text that is valid UTF-8, in three groups, each in rising order.
    ///
    /// `undecodable` are the U+FFFD that our own decoder put in; all others were in the file already.
    static func find(in bytes: [UInt8], undecodable: [ByteRange]) -> [TextDamage] {
        var replacements: [ByteRange] = []
        var mojibake: [ByteRange] = []
        var ours = undecodable[...]
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
            } else if let own = ours.first, own.start <= index {
                index = own.end
                ours.removeFirst()
            } else if bytes[index] == 0xEF, bytes[index...].starts(with: UTF8Text.replacement) {
                replacements.extend(to: ByteRange(index, index + 3))
                index += 3
            } else if bytes[index] == 0xC2 || bytes[index] == 0xC3, let end = Mojibake.end(in: bytes, from: index) {
                mojibake.extend(to: ByteRange(index, end))
                index = end
            } else {
                index += 1
            }
        }
        let kept = TextDamage.placesKept
        return undecodable.prefix(kept).map(TextDamage.undecodable)
            + replacements.prefix(kept).map(TextDamage.replacementCharacter)
            + mojibake.prefix(kept).map(TextDamage.mojibake)
    }
}
