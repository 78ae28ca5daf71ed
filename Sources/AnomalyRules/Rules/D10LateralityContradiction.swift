package import Determinations
import LetterReading

/// A heading names both sides and one side of the same body part.
///
/// **Finds** "bilateral" together with "left" or "right" where only one body part is named.
///
/// **Why it matters:** what was decided, and what would have to be authorized, cannot be told.
///
/// **Example:** `Bilateral carpal tunnel release left`.
///
/// **Quiet:** for two body parts or levels with a side each, for "bilateral (left and right)", and where "and", a comma or the like
/// stands between the two words.
package enum D10LateralityContradiction: AnomalyRule {
    package static let code = "D10"
    package static let name = "laterality-contradiction"
    package static let severity = Severity.warning

    private static let cues = PhraseList("bilateral,bilaterally,bilat,both")
    private static let joining = WordSet("and or plus with then followed versus vs first starting")

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.items.compactMap { checked in
            guard cues.stands(in: letter.words, checked.request) else { return nil }
            let attributes = checked.body(in: letter.words)
            let sides = attributes.sides
            let single = Set(sides.map(\.value)).subtracting([.bilateral])
            guard single.count == 1, attributes.bodyParts.count <= 1, attributes.spinalLevels.count <= 1,
                let both = sides.first(where: { $0.value == .bilateral }),
                let one = sides.first(where: { $0.value != .bilateral }),
                !isParted(both.range, one.range, letter.words)
            else { return nil }
            let ranges = [both.range, one.range].sorted { $0.start < $1.start }
            return finding(
                "The heading of item \(checked.item.number) names both sides and the \(one.value.rawValue) side alone.",
                expected: "one side, or both", found: "\"\(letter.quote(checked.item.requestInDispute, most: 80))\"",
                in: letter, at: ranges, item: checked.item.number)
        }
    }

    /// Whether a joining word or a mark between the two words makes them two things.
    private static func isParted(_ left: ByteRange, _ right: ByteRange, _ words: Words) -> Bool {
        let between = ByteRange(min(left.end, right.end), max(left.start, right.start))
        return words.text[between.start..<between.end].contains { ",;:()/".utf8.contains($0) }
            || words.indices(in: between).contains { joining.contains(words[$0].key) }
    }
}
