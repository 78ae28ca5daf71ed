package import Determinations
import LetterReading

/// A rationale is cut off.
///
/// **Finds** a rationale that does not end in a full stop, exclamation or question mark, closing bracket or quotation mark.
/// It is an error when the last word is cut, or when the letter ends there without having said whether the treatment is
/// medically necessary; else a warning, because writers do forget a full stop. Where nothing parts paragraphs, the rest of a cut
/// sentence runs into the next heading; it is seen there by its verb.
///
/// **Why it matters:** the clinical reasons must be stated (8 CCR 9792.10.6(d)).
///
/// **Example:** "… the request is not medic".
///
/// **Quiet:** white space and page breaks at the end are taken off first. In a scan, where OCR may miss a full stop, only a cut word, one
/// that no sentence ends with ("of"), and the end of a letter without a conclusion count.
package enum T02RationaleTruncated: AnomalyRule {
    package static let code = "T02"
    package static let name = "rationale-truncated"
    package static let severity = Severity.warning

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.items.compactMap { checked in
            let (item, conclusion) = (checked.item, checked.conclusion)
            guard let rationale = item.rationale, !rationale.isEmpty else { return nil }
            let end = PassageEnd(of: rationale, in: letter.words)
            let isLast = item.number == letter.determination.items.count
            let isOpenEnd = isLast && conclusion.decisive == nil
            guard !end.isSound, isOpenEnd || end.isCutOff(isRecognized: letter.isRecognized) else {
                return runsOn(after: item, in: letter)
            }
            let cut = end.cutWord.map { " in the middle of a word (\"\($0.whole)\" stands elsewhere in the letter)" }
            let tail = letter.tail(of: rationale)
            return finding(
                "The rationale of item \(item.number) is cut off\(cut ?? "").", expected: "a text that ends a sentence",
                found: "\"\(letter.quote(tail, most: 80))\" at the end", in: letter,
                at: [end.cutWord?.range ?? tail], item: item.number,
                severity: end.cutWord != nil || isOpenEnd ? .error : .warning)
        }
    }

    /// Words that stand in sentences and in no request for treatment.
    private static let prose = WordSet(
        "is are were should does did would cannot therefore there reviewer necessity necessary includes persist persists "
            + "mentions described explained exceeds remains concludes documented denies reported fails")
    private static let original = Word.key(of: "original")
    private static let authorized = Word.key(of: "authorized")

    /// A finding where the next heading begins with the rest of a sentence.
    private static func runsOn(after item: Item, in letter: CheckedLetter) -> Finding? {
        guard item.number < letter.items.count else { return nil }
        let heading = letter.items[item.number].treatment
        guard let word = heading.dropLast().first(where: { prose.contains(letter.words[$0].key) }),
            // "60 tablets were authorized" and "… was the original request" belong to headings.
            !(word..<min(word + 4, heading.upperBound)).contains(where: {
                letter.words[$0].key == original || letter.words[$0].key == authorized
            }), let rationale = item.rationale
        else { return nil }
        let rest = letter.words.bytes(heading.lowerBound..<(word + 1))
        return finding(
            "The rationale of item \(item.number) is cut off: a sentence runs into the next heading.",
            expected: "a text that ends a sentence",
            found: "\"\(letter.quote(rest, most: 80))\" at the start of the heading of item \(item.number + 1)",
            in: letter, at: [letter.tail(of: rationale), rest], item: item.number)
    }
}
