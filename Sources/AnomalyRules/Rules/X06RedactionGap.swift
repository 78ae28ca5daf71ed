package import Determinations
import LetterReading

/// A word seems to have been taken out.
///
/// **Finds**, in a case summary or rationale, two blanks between words in lower case in the middle of a sentence.
///
/// **Why it matters:** names and employers are taken out of letters that are posted; what is left should still make sense.
///
/// **Example:** "a represented  employee who has filed a claim".
///
/// **Quiet:** after punctuation, at the ends of lines, in a text that has such gaps often, because its extraction makes them, and in a
/// scan, whose blanks are OCR's.
package enum X06RedactionGap: AnomalyRule {
    package static let code = "X06"
    package static let name = "redaction-gap"
    package static let severity = Severity.info

    private static let mostGaps = 3

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        if letter.isRecognized { return [] }
        let words = letter.words
        let gaps = letter.narrative.flatMap { part in
            Landmarks.within(words.landmarks.doubleBlanks, part.dropLast()).filter { index in
                isLower(words, index) && isLower(words, index + 1)
            }
        }
        guard gaps.count <= mostGaps else { return [] }
        return gaps.map { index in
            let place = words.bytes(index..<(index + 2))
            return finding(
                "A word seems to be missing.", expected: "one blank between two words",
                found: "\"\(words.string(index))  \(words.string(index + 1))\"", in: letter, at: [place])
        }
    }

    private static func isLower(_ words: Words, _ index: Int) -> Bool {
        (Int(words[index].start)..<Int(words[index].end)).allSatisfy { words.text[$0] &- 0x61 < 26 }
    }
}
