package import Determinations
import LetterReading

/// An earlier letter of the same case decides the same item otherwise.
///
/// **Finds** an item that was upheld in an earlier letter of the case and is overturned here, or the other way round.
///
/// **Why it matters:** only one of them can hold; whether something must be authorized depends on it.
///
/// **Example:** `MRI of the left knee: Upheld` in June, `MRI of the left knee: Overturned` in July.
///
/// **Quiet:** for items worded differently; case, white space and punctuation make no difference. Of several earlier letters with the
/// item the last one counts.
package enum F03ConflictingDecision: AnomalyRule {
    package static let code = "F03"
    package static let name = "conflicting-decision"
    package static let severity = Severity.error

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard letter.history.sameLetter == nil, !letter.history.sameCase.isEmpty else { return [] }
        let earlier = letter.history.sameCase.flatMap { letter in
            letter.items.map { (keys: keys($0.request), decision: $0.decision, path: letter.path) }
        }
        return letter.items.compactMap { checked in
            let keys = checked.request.map { letter.words[$0].key }
            guard let decision = checked.item.decision, !keys.isEmpty,
                let before = earlier.last(where: { $0.keys == keys }), before.decision != decision.value
            else { return nil }
            return finding(
                "Item \(checked.item.number) is \(decision.value.rawValue) here but was \(before.decision.rawValue) in an "
                    + "earlier letter of the case.",
                expected: before.decision.rawValue,
                found: "\(decision.value.rawValue); the earlier letter is "
                    + before.path, in: letter, at: [checked.item.requestInDispute, decision.range],
                item: checked.item.number)
        }
    }

    private static func keys(_ text: String) -> [UInt64] {
        let words = Words(Array(text.utf8))
        return (0..<words.count).map { words[$0].key }
    }
}
