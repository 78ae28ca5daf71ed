package import Determinations
import LetterReading

/// One of two services in a heading is not dealt with.
///
/// **Finds** a heading that joins two services of different categories by "and", and a rationale that never mentions one of them.
///
/// **Why it matters:** the decision word covers both, the reasons only one.
///
/// **Example:** `Office visit and six sessions of massage`, and a rationale about massage alone.
///
/// **Quiet:** when both are of one category, when any word of the service or another name of it stands in the rationale, when the
/// rationale mentions neither, when "and" stands twice, and for the one sentence that services ancillary to a denied surgery share.
package enum D13BundledServiceUndecided: AnomalyRule {
    package static let code = "D13"
    package static let name = "bundled-service-undecided"
    package static let severity = Severity.warning

    private static let and = Word.key(of: "and")

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let words = letter.words
        return letter.items.compactMap { checked in
            let heading = checked.request
            guard let joint = words.first(and, in: heading), words.next(after: joint, in: heading) == nil,
                !checked.rationale.isEmpty, !checked.isAncillary(in: words)
            else { return nil }
            let parts = [heading.lowerBound..<joint, (joint + 1)..<heading.upperBound]
            let mentions = parts.map { TreatmentMention.all(words, in: $0) }
            guard mentions.allSatisfy({ !$0.isEmpty }),
                !mentions[0].contains(where: { one in mentions[1].contains { $0.category == one.category } })
            else { return nil }
            let reviewed = Set(TreatmentMention.all(words, in: checked.rationale).map(\.category))
            let isMentioned = zip(parts, mentions).map { part, mentions in
                mentions.contains { reviewed.contains($0.category) }
                    || ContentWords(words, in: part).stand(in: words, checked.rationale)
            }
            guard isMentioned[0] != isMentioned[1] else { return nil }
            let left = parts[isMentioned[0] ? 1 : 0]
            let place = words.bytes(left)
            return finding(
                "The rationale of item \(checked.item.number) does not deal with one of its two services.",
                expected: "reasons for both services", found: "nothing about \"\(letter.quote(place, most: 80))\"",
                in: letter, at: [place], item: checked.item.number)
        }
    }
}
