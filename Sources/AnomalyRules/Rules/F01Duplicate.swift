package import Determinations

/// The letter was filed before.
///
/// **Finds** a letter whose bytes, or whose text with white space folded, are those of a letter already filed.
///
/// **Why it matters:** the same letter often comes twice, by mail and through a portal; counting it twice would be wrong.
///
/// **Example:** the same PDF dropped again the next day.
///
/// **Quiet:** for a letter of the same case with another text (F02). The same bytes are logged and not filed again; a file with the
/// same text but other bytes is kept as well, because only its bytes prove what was sent.
package enum F01Duplicate: AnomalyRule {
    package static let code = "F01"
    package static let name = "duplicate"
    package static let severity = Severity.info

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard let path = letter.history.sameLetter else { return [] }
        return [
            finding(
                "The same letter was filed before.", expected: "a letter not seen before", found: "filed as \(path)",
                in: letter, at: [])
        ]
    }
}
