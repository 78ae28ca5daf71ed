package import Determinations
import LetterReading

/// Heading and rationale are about different body parts.
///
/// **Finds** a rationale that names body parts, but none that can mean one of the heading's.
///
/// **Why it matters:** the reviewer may have judged another request.
///
/// **Example:** `MRI of the cervical spine`, and a rationale about the knee.
///
/// **Quiet:** for words that mean the same (neck and cervical), for a region that holds the part (arm and elbow), and when heading or
/// rationale names no part at all.
package enum D12BodyPartDiffers: AnomalyRule {
    package static let code = "D12"
    package static let name = "body-part-differs"
    package static let severity = Severity.info

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.items.compactMap { checked in
            let words = letter.words
            let asked = BodyTerms.bodyParts(words, in: checked.treatment)
            guard let first = asked.first, !asked.contains(where: { isRepeated($0.range, checked.rationale, words) })
            else { return nil }
            let reviewed = BodyTerms.bodyParts(words, in: checked.rationale)
            guard let other = reviewed.first,
                !reviewed.contains(where: { part in asked.contains { $0.value.canMean(part.value) } })
            else { return nil }
            return finding(
                "Item \(checked.item.number) is about the \(first.value.rawValue), its rationale about the "
                    + "\(other.value.rawValue).",
                expected: first.value.rawValue, found: "\"\(letter.string(other.range))\"", in: letter,
                at: [first.range, other.range], item: checked.item.number)
        }
    }

    /// Whether the part stands in the rationale in the same words, which spares reading all of it.
    private static func isRepeated(_ part: ByteRange, _ rationale: Range<Int>, _ words: Words) -> Bool {
        let phrase = words.indices(in: part)
        var candidate = words.first(words[phrase.lowerBound].key, in: rationale)
        while let index = candidate {
            let end = index + phrase.count
            if end <= rationale.upperBound, words.areEqual(index..<end, phrase) { return true }
            candidate = words.next(after: index, in: rationale)
        }
        return false
    }
}
