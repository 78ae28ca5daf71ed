package import Determinations
import LetterReading

/// Heading and rationale name opposite sides.
///
/// **Finds** a heading with one side and a rationale that names only the other one, of the same body part.
///
/// **Why it matters:** the reviewer may have judged the wrong side, or the heading may name it wrongly.
///
/// **Example:** `MRI of the left knee`, and a rationale about the right knee alone.
///
/// **Quiet:** as soon as the rationale names the heading's side, or both, anywhere; and where the other side belongs to another body
/// part, or only tells the dominant hand. A finger belongs to its hand, a toe to its foot, and both to the limb.
package enum D11SideDiffers: AnomalyRule {
    package static let code = "D11"
    package static let name = "side-differs"
    package static let severity = Severity.warning

    private static let left = Word.key(of: "left")
    private static let right = Word.key(of: "right")
    private static let both = PhraseList("bilateral,bilaterally,both")
    private static let dominance = WordSet("dominant dominance handed")
    private static let reach = 4

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.items.compactMap { checked in
            let words = letter.words
            let hasLeft = words.first(left, in: checked.rationale) != nil
            guard hasLeft != (words.first(right, in: checked.rationale) != nil),
                !both.stands(in: words, checked.rationale)
            else { return nil }
            let (own, other) = hasLeft ? (Side.right, left) : (.left, right)
            let attributes = checked.body(in: words)
            guard let side = attributes.sides.first, attributes.sides.allSatisfy({ $0.value == own }),
                let place = place(of: other, attributes.bodyParts, checked.rationale, words)
                    ?? repeated(side.range, on: other, checked, words)
            else { return nil }
            return finding(
                "Item \(checked.item.number) is about the \(side.value.rawValue) side, its rationale about the other one.",
                expected: "the \(side.value.rawValue) side", found: "\"\(letter.string(place))\"", in: letter,
                at: [side.range, place], item: checked.item.number)
        }
    }

    /// The other side with the two words behind it that stand behind the heading's side as well.
    private static func repeated(
        _ side: ByteRange, on other: UInt64, _ checked: CheckedItem, _ words: Words
    ) -> ByteRange? {
        let start = words.index(at: side.end)
        let behind = start..<(start + 2)
        guard behind.upperBound <= checked.treatment.upperBound else { return nil }
        var candidate = words.first(other, in: checked.rationale)
        while let index = candidate {
            if index + 3 <= checked.rationale.upperBound, words.areEqual(behind, (index + 1)..<(index + 3)) {
                return words.bytes(index..<(index + 3))
            }
            candidate = words.next(after: index, in: checked.rationale)
        }
        return nil
    }

    private static let joined: [Set<BodyPart>] = [[.finger, .hand, .wrist], [.toe, .foot, .ankle]]

    private static func isSamePlace(_ part: BodyPart, _ other: BodyPart) -> Bool {
        part.canMean(other) || joined.contains { $0.contains(part) && $0.contains(other) }
    }

    /// "right hand dominant", "the dominant right hand": which hand somebody writes with.
    private static func isDominance(_ side: Int, _ part: ByteRange, _ rationale: Range<Int>, _ words: Words) -> Bool {
        let behind = words.index(at: part.end)
        return (side > rationale.lowerBound && dominance.contains(words[side - 1].key))
            || (behind < rationale.upperBound && dominance.contains(words[behind].key))
    }

    /// The other side and the heading's body part behind it.
    private static func place(
        of other: UInt64, _ parts: [Located<BodyPart>], _ rationale: Range<Int>, _ words: Words
    ) -> ByteRange? {
        var candidate = words.first(other, in: rationale)
        while let index = candidate {
            // "No option is left untried, the knee …": behind a comma the side is another matter.
            let most = min(index + reach, rationale.upperBound)
            let close = (index..<most).first { words.hasComma(after: $0) || words.endsSentence($0) }
            let part = BodyTerms.bodyParts(words, in: (index + 1)..<max(index + 1, close.map { $0 + 1 } ?? most)).first
            {
                part in parts.contains { isSamePlace($0.value, part.value) }
            }
            if let part, !isDominance(index, part.range, rationale, words) {
                return ByteRange(Int(words[index].start), part.range.end)
            }
            candidate = words.next(after: index, in: rationale)
        }
        return nil
    }
}
