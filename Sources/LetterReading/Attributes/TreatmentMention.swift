package import Determinations

/// A treatment or drug that a text names, wherever it stands.
package struct TreatmentMention: Sendable {
    /// The category it would be filed under; for a drug its class.
    package let category: RequestCategory
    /// The kind of treatment.
    package let kind: TreatmentKind
    /// The indices of the words that name it.
    package let words: Range<Int>

    /// The treatments and drugs named in a range of words, in order, none inside another.
    package static func all(_ words: Words, in range: Range<Int>) -> [TreatmentMention] {
        var mentions: [TreatmentMention] = []
        TreatmentTerms.table.all(words, in: range) { term, place in
            mentions.append(TreatmentMention(category: term.category, kind: term.kind, words: place))
        }
        for drug in DrugNames.all(words, in: range) {
            mentions.append(
                TreatmentMention(category: drug.value, kind: drug.value.kind, words: words.indices(in: drug.range)))
        }
        return mentions.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }
}
