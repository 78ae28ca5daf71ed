package import Determinations

/// A rationale is cut off.
///
/// **Finds** a rationale that does not end in a full stop, exclamation or question mark, closing bracket or quotation mark.
/// It is an error when the last word is cut, or when the letter ends there without having said whether the treatment is
/// medically necessary; else a warning, because writers do forget a full stop.
///
/// **Why it matters:** the clinical reasons must be stated (8 CCR 9792.10.6(d)).
///
/// **Example:** "… the request is not medic".
///
/// **Quiet:** white space and page breaks at the end are taken off first.
package enum T02RationaleTruncated: AnomalyRule {
    package static let code = "T02"
    package static let name = "rationale-truncated"
    package static let severity = Severity.warning

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.items.compactMap { checked in
            let (item, conclusion) = (checked.item, checked.conclusion)
            guard let rationale = item.rationale, !rationale.isEmpty else { return nil }
            let end = PassageEnd(of: rationale, in: letter.words)
            guard !end.isSound else { return nil }
            let isLast = item.number == letter.determination.items.count
            let isOpenEnd = isLast && conclusion.decisive == nil
            let cut = end.cutWord.map { " in the middle of a word (\"\($0.whole)\" stands elsewhere in the letter)" }
            let tail = letter.tail(of: rationale)
            return finding(
                "The rationale of item \(item.number) is cut off\(cut ?? "").", expected: "a text that ends a sentence",
                found: "\"\(letter.quote(tail, most: 80))\" at the end", in: letter,
                at: [end.cutWord?.range ?? tail], item: item.number,
                severity: end.cutWord != nil || isOpenEnd ? .error : .warning)
        }
    }
}
