package import Determinations

/// The same item stands twice.
///
/// **Finds** an item with the same request as an earlier one, and an item whose rationale repeats an earlier one word for word.
///
/// **Why it matters:** the second may have been meant to be another item, or its rationale another text.
///
/// **Example:** `MRI of the right knee: Upheld` as item 1 and as item 3.
///
/// **Quiet:** for the one sentence that services ancillary to a denied surgery share as their rationale.
package enum D14RepeatedItem: AnomalyRule {
    package static let code = "D14"
    package static let name = "repeated-item"
    package static let severity = Severity.info

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let words = letter.words
        return letter.items.indices.compactMap { position in
            let checked = letter.items[position]
            guard position > 0 else { return nil }
            let earlier = letter.items[..<position]
            let number = checked.item.number
            if !checked.request.isEmpty,
                let same = earlier.first(where: { words.areEqual($0.request, checked.request) })
            {
                return finding(
                    "Item \(number) is the same request as item \(same.item.number).",
                    expected: "each request once",
                    found: "\"\(letter.quote(checked.item.requestInDispute, most: 80))\" twice",
                    in: letter, at: [same.item.requestInDispute, checked.item.requestInDispute], item: number)
            }
            guard let rationale = checked.item.rationale, !checked.rationale.isEmpty,
                let same = earlier.first(where: { words.areEqual($0.rationale, checked.rationale) }),
                let first = same.item.rationale, !checked.isAncillary(in: words)
            else { return nil }
            return finding(
                "Item \(number) has the same rationale as item \(same.item.number), word for word.",
                expected: "a rationale of its own", found: "the rationale of item \(same.item.number)", in: letter,
                at: [first, rationale], item: number)
        }
    }
}
