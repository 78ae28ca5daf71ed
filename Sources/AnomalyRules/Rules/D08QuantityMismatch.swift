package import Determinations
import LetterReading

/// Heading and conclusion of an overturned item differ in number.
///
/// **Finds** an overturned item whose conclusion restates it with another number, or in the singular where the heading asks for
/// several.
///
/// **Why it matters:** how much must be authorized cannot be told.
///
/// **Example:** `Knee injection times 3: Overturned`, and "a knee injection is medically necessary".
///
/// **Quiet:** for upheld items, for a conclusion that does not restate the item, and for numbers that the heading has or that follow
/// from it (3 times a week for 4 weeks are 12 visits).
package enum D08QuantityMismatch: AnomalyRule {
    package static let code = "D08"
    package static let name = "quantity-mismatch"
    package static let severity = Severity.warning

    private static let one = WordSet("a an one single")
    private static let numerals = WordSet(
        "two three four five six seven eight nine ten eleven twelve fifteen sixteen eighteen twenty twice thrice")
    private static let reach = 4

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.items.compactMap { checked in
            guard let decision = checked.item.decision, decision.value == .overturned,
                let statement = checked.conclusion.decisive, statement.isAffirmed == true
            else { return nil }
            let words = letter.words
            let clause = clause(before: words.index(at: statement.range.end) - 1, in: checked.rationale, words)
            guard checked.treatment.contains(where: { isNumber($0, words) }),
                let place = otherNumber(clause, checked, words) ?? singular(clause, checked, words)
            else { return nil }
            let quantity = checked.attributes(in: words).quantities.first?.range ?? checked.item.requestInDispute
            return finding(
                "Heading and conclusion of item \(checked.item.number), which is overturned, differ in number.",
                expected: "\"\(letter.string(quantity))\"", found: "\"\(letter.string(place))\"", in: letter,
                at: [quantity, place], item: checked.item.number)
        }
    }

    private static func isNumber(_ index: Int, _ words: Words) -> Bool {
        words.text[Int(words[index].start)] &- 0x30 < 10 || numerals.contains(words[index].key)
    }

    /// The words from the last comma, semicolon or full stop up to the statement, without the statement's own ending.
    private static func clause(before last: Int, in rationale: Range<Int>, _ words: Words) -> Range<Int> {
        var start = min(last, rationale.upperBound)
        while start > rationale.lowerBound, !words.endsSentence(start - 1), !words.hasComma(after: start - 1) {
            start -= 1
        }
        return start..<max(start, last)
    }

    /// A quantity of the clause that is no number of the heading, nor a product of two of them.
    private static func otherNumber(_ clause: Range<Int>, _ checked: CheckedItem, _ words: Words) -> ByteRange? {
        let isRestated = clause.allSatisfy { index in
            !isNumber(index, words) || words.first(words[index].key, in: checked.treatment) != nil
        }
        if isRestated { return nil }
        let own = numbers(checked.treatment, words)
        guard !own.isEmpty, ContentWords(words, in: checked.request).stand(in: words, clause) else { return nil }
        let allowed = own.union(own.flatMap { left in own.map { left * $0 } })
        return ItemAttributeReader.amounts(words, in: clause).quantities.first { quantity in
            quantity.value.amount.whole.map { !allowed.contains($0) } ?? false
        }?.range
    }

    /// Every number of the heading that counts something.
    private static func numbers(_ heading: Range<Int>, _ words: Words) -> Set<Int> {
        let amounts = ItemAttributeReader.amounts(words, in: heading)
        var numbers = Set(amounts.quantities.compactMap(\.value.amount.whole))
        for frequency in amounts.frequencies {
            for count in [frequency.value.rate?.count, frequency.value.duration?.count].compactMap({ $0 }) {
                numbers.formUnion([count.lowerBound, count.upperBound])
            }
        }
        if let refills = amounts.refills?.value { numbers.formUnion([refills, refills + 1]) }
        return numbers
    }

    /// "a … injection" where the heading asks for two and more.
    private static func singular(_ clause: Range<Int>, _ checked: CheckedItem, _ words: Words) -> ByteRange? {
        guard clause.contains(where: { one.contains(words[$0].key) }) else { return nil }
        let attributes = checked.attributes(in: words)
        let counted = attributes.quantities.filter { [.times, .injections, .pieces].contains($0.value.unit) }
        guard counted.count == 1, let amount = counted.first?.value.amount.whole, amount > 1,
            [.injection, .surgery, .imaging, .test].contains(attributes.kind)
        else { return nil }
        let nouns = TreatmentMention.all(words, in: checked.request).map { words[$0.words.upperBound - 1].key }
        for index in clause where one.contains(words[index].key) {
            let near = (index + 1)..<max(index + 1, min(index + 1 + reach, clause.upperBound))
            if let noun = near.first(where: { nouns.contains(words[$0].key) }) {
                return words.bytes(index..<(noun + 1))
            }
        }
        return nil
    }
}
