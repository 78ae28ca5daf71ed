package import Determinations

/// Characters of the text are damaged.
///
/// **Finds** bytes that no encoding explains, replacement characters (U+FFFD) that were in the file already, and text that was read
/// in a wrong encoding and saved again; control characters, and signs that no letter uses. One finding for each kind.
///
/// **Why it matters:** a damaged character can be a digit of a dose, a date or a case number.
///
/// **Example:** `Â°` where a degree sign stood.
///
/// **Quiet:** for UTF-8 and UTF-16, whatever printable characters they hold; for Windows-1252 with the signs and accents that letters
/// have.
package enum X05UndecodableText: AnomalyRule {
    package static let code = "X05"
    package static let name = "undecodable-text"
    package static let severity = Severity.warning

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let extent = letter.determination.extent
        var undecodable: [ByteRange] = []
        var replaced: [ByteRange] = []
        var mojibake: [ByteRange] = []
        var implausible: [ByteRange] = []
        for damage in letter.damage {
            switch damage {
            case .undecodable(let range) where extent.contains(range): undecodable.append(range)
            case .replacementCharacter(let range) where extent.contains(range): replaced.append(range)
            case .mojibake(let range) where extent.contains(range): mojibake.append(range)
            case .implausible(let range) where extent.contains(range): implausible.append(range)
            default: break
            }
        }
        return [
            ("The text has bytes that no encoding explains.", "places that could not be decoded", undecodable),
            ("The text has replacement characters: something was lost before it came here.", "such places", replaced),
            ("The text has characters that were read in a wrong encoding and saved again.", "such places", mojibake),
            ("The text has characters that no letter holds.", "such places", implausible),
        ].compactMap { message, what, places in
            guard !places.isEmpty else { return nil }
            return finding(
                message, expected: "UTF-8, UTF-16 or Windows-1252", found: "\(places.count) \(what)", in: letter,
                at: places)
        }
    }
}
