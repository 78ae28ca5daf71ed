package import Determinations
import LetterReading

/// The reviewer could not read the records, or not all of them.
///
/// **Finds** a statement in the case summary or a rationale that records are illegible, distorted, hard to decipher, or that pages of
/// them are missing.
///
/// **Why it matters:** the decision may rest on less than was sent; a legible copy could change it.
///
/// **Example:** "Many of the notes provided are illegible."
///
/// **Quiet:** for "handwritten" alone, for records that are legible in part ("not altogether legible"), and for records that were not asked for or not made.
package enum R02RecordsUnreadable: AnomalyRule {
    package static let code = "R02"
    package static let name = "records-unreadable"
    package static let severity = Severity.warning

    private static let statements = PhraseList(
        "illegible,illegibly,indecipherable,undecipherable,unreadable,barely legible,poorly legible,difficult to decipher,"
            + "hard to decipher,cannot be deciphered,could not be deciphered,impossible to decipher,poor quality copy,"
            + "poor copy quality,poorly copied,pages are missing,pages were missing,missing pages")
    /// What may be said of a gait or of the employee's sight as well: a record must be named in the sentence.
    private static let ambiguous = PhraseList("distorted,difficult to read,hard to read")
    private static let legible = Word.key(of: "legible")
    private static let notLegible = PhraseList("not legible,not at all legible")
    private static let records = WordSet(
        "record records copy copies note notes report reports document documents documentation page pages fax faxed scan "
            + "scanned image legibility handwriting")
    private static let negations = WordSet("not no never without")

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let words = letter.words
        guard
            statements.stands(in: words, letter.extent) || ambiguous.stands(in: words, letter.extent)
                || words.first(legible, in: letter.extent) != nil
        else { return [] }
        let places = letter.narrative.flatMap { part in
            (statements.all(in: words, part).filter { !isNegated($0, words, part) }
                + ambiguous.all(in: words, part).filter { found in
                    words.sentence(around: found.lowerBound, in: part).contains { records.contains(words[$0].key) }
                }
                + notLegible.all(in: words, part))
                .sorted { $0.lowerBound < $1.lowerBound }
        }
        guard let first = places.first else { return [] }
        return [
            finding(
                "The reviewer says that records are missing or cannot be read.",
                expected: "legible and complete records",
                found: "\"\(letter.string(words.bytes(first)))\"", in: letter, at: places.map { words.bytes($0) })
        ]
    }

    /// Whether a negation stands at most two words before a statement, in the same sentence.
    private static func isNegated(_ found: Range<Int>, _ words: Words, _ part: Range<Int>) -> Bool {
        (max(part.lowerBound, found.lowerBound - 2)..<found.lowerBound).contains {
            negations.contains(words[$0].key) && !words.endsSentence($0)
        }
    }
}
