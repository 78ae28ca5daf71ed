package import Determinations
package import LetterReading
package import LetterText
package import Records

/// What became of the bytes of one file: a letter that was read and checked, or the reason why it is none.
package enum Assessment: Sendable {
    /// A letter.
    case letter(AssessedLetter)
    /// No letter that can be filed: the finding with which it is held.
    case held(HeldFile)
}

/// A letter that was read and checked against all rules that need nothing but the letter.
package struct AssessedLetter: Sendable {
    /// SHA-256 of the file's bytes.
    package let sha256: [UInt8]
    /// SHA-256 of the text with white space folded: equal for the same letter in other bytes.
    package let textSha256: [UInt8]
    /// The text as read.
    package let text: ExtractedText
    /// The words of the text.
    package let words: Words
    /// The letters in the file; never empty, and nearly always one.
    package let determinations: [Determination]
    /// What the rules found, history aside.
    package let findings: [Finding]
    /// What each letter in the file says, as its record keeps it: without identifying data. Made where the letter was read.
    package let records: [JSON]

    /// The case number of the first letter in the file.
    package var caseNumber: CaseNumber? { determinations.first?.caseNumber }

    /// The member `determination` of its record.
    package var determination: JSON { records.first ?? .null }
}

/// A file that cannot be filed as a letter.
package struct HeldFile: Sendable {
    /// SHA-256 of the file's bytes.
    package let sha256: [UInt8]
    /// What the file is.
    package let mediaType: MediaType
    /// Why it is held; severity `held`.
    package let finding: Finding
}
