import Determinations

/// Tells the category and kind of a request from the words of its heading.
///
/// - An associated surgical service is filed under Surgery, Adjunct Surgical Services; its kind is that of what is asked for.
/// - What counts is the head of the heading: the words before the first preposition. Where the head names no treatment
///   ("Twelve sessions of physical therapy"), the whole heading counts.
/// - Of several treatments in the head an operation comes before an injection, then a drug, a test or picture, a therapy,
///   equipment and a visit: "Chiropractic evaluation" is chiropractic, "knee arthroscopy with meniscectomy" arthroscopic.
/// - Two that are joined as equals ("office visit and injection") and of different kinds are not told: unclassified.
/// - A drug by injection is an injection; several substances in a form for the skin are a topical compound, one of them a
///   topical analgesic.
enum RequestCategoryReader {
    private struct Found {
        let term: TreatmentTerms.Term
        let words: Range<Int>
    }

    private static let prepositions: PhraseTable<Bool> = PhraseTable([
        (
            true,
            "of, for, to, with, under, after, following, status, using, per, into, in, including, via, on, by, during"
        )
    ])
    private static let joining: PhraseTable<Bool> = PhraseTable([(true, "and, plus")])
    private static let topicalWords: PhraseTable<Bool> = PhraseTable([
        (true, "topical, transdermal, cream, ointment, gel, patch, patches, lotion")
    ])

    /// The category and the kind of the request in a range of words.
    static func read(
        _ words: Words, in range: Range<Int>, attributes: ItemAttributes
    ) -> (RequestCategory, TreatmentKind) {
        let (category, kind) = content(words, in: range, attributes)
        return attributes.associatedSurgicalService == nil ? (category, kind) : (.adjunctSurgicalServices, kind)
    }

    private static func content(
        _ words: Words, in range: Range<Int>, _ attributes: ItemAttributes
    ) -> (RequestCategory, TreatmentKind) {
        var terms: [Found] = []
        TreatmentTerms.table.all(words, in: range) { terms.append(Found(term: $0, words: $1)) }
        let end = range.first { prepositions[words[$0].key] ?? false && $0 > range.lowerBound } ?? range.upperBound
        let head = terms.filter { $0.words.lowerBound < end }
        let drugInHead = attributes.drugs.contains {
            $0.range.start < (end < words.count ? Int(words[end].start) : .max)
        }
        if let drug = drug(words, in: range, attributes), drugInHead || head.isEmpty {
            let injected = terms.contains { $0.term.kind == .injection }
            let other = (drugInHead ? head : terms).contains { $0.term.kind != .injection && $0.term.kind != .drug }
            if other { return (.unclassified, .other) }
            if injected, drug.kind == .drug {
                return isProcedure(head, words) ? (.injection, .injection) : (.injectedDrug, .injection)
            }
            return (drug, drug.kind)
        }
        return strongest(head.isEmpty ? terms : head, words)
    }

    /// "trigger point injection with depo medrol" is a procedure, "Toradol injection" a drug.
    private static func isProcedure(_ head: [Found], _ words: Words) -> Bool {
        head.contains { $0.term.kind == .injection && $0.words.count > 1 }
    }

    private static func drug(_ words: Words, in range: Range<Int>, _ attributes: ItemAttributes) -> RequestCategory? {
        guard let first = attributes.drugs.first?.value else { return nil }
        let isTopical = range.contains { topicalWords[words[$0].key] ?? false }
        let substances = max(
            attributes.drugs.count, attributes.strengths.count { $0.value.unit == .percent })
        if isTopical || first == .topicalAnalgesics, substances > 1, attributes.strengths.count > 1 {
            return .topicalCompounds
        }
        if attributes.drugs.contains(where: { $0.value == .topicalCompounds }) { return .topicalCompounds }
        let hasPercents = attributes.strengths.count { $0.value.unit == .percent } > 1
        if hasPercents, substances > 1 { return .topicalCompounds }
        if isTopical, first == .nonsteroidalAntiinflammatory { return .topicalAnalgesics }
        return first
    }

    private static let ranks: [TreatmentKind] = [
        .surgery, .injection, .drug, .test, .imaging, .therapy, .equipment, .consultation, .other,
    ]

    private static func strongest(_ found: [Found], _ words: Words) -> (RequestCategory, TreatmentKind) {
        func rank(_ kind: TreatmentKind) -> Int { ranks.firstIndex(of: kind) ?? ranks.count }
        guard let best = found.min(by: { rank($0.term.kind) < rank($1.term.kind) }) else {
            return (.unclassified, .other)
        }
        for (one, next) in zip(found, found.dropFirst()) where one.term.kind != next.term.kind {
            let between = one.words.upperBound..<next.words.lowerBound
            if between.contains(where: { joining[words[$0].key] ?? false }), ![one, next].allSatisfy(isDiagnostic) {
                return (.unclassified, .other)
            }
        }
        return (best.term.category, best.term.kind)
    }

    private static func isDiagnostic(_ found: Found) -> Bool { found.term.kind == .test || found.term.kind == .imaging }
}
