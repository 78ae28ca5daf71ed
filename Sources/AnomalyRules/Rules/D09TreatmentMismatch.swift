package import Determinations
import LetterReading

/// The rationale reviews another treatment than the heading names.
///
/// **Finds** a rationale that says that something else was "actually ordered" (or requested, or prescribed), and one that says "the
/// request is for" a treatment that has nothing in common with the heading.
///
/// **Why it matters:** the disputed treatment was not decided.
///
/// **Example:** `Massage therapy, 6 visits`, and "The request is for a knee brace."
///
/// **Quiet:** when both share a word that is no body part, or a category of treatment; when either names no treatment that is known.
package enum D09TreatmentMismatch: AnomalyRule {
    package static let code = "D09"
    package static let name = "treatment-mismatch"
    package static let severity = Severity.warning

    private static let ordered = PhraseList(
        "actually ordered,actually requested,actually prescribed,actually being requested,actually being ordered")
    private static let isFor = PhraseList(
        "request is for,request was for,request in question is for,actual request is for,request is actually for")
    private static let clauseStarts = WordSet("that although though but however while whereas because since")
    private static let negations = WordSet("not never")

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.items.compactMap { checked in
            guard let place = ordered(checked, letter.words) ?? requested(checked, letter.words) else { return nil }
            return finding(
                "The rationale of item \(checked.item.number) is about another treatment than its heading.",
                expected: "\"\(letter.quote(checked.item.requestInDispute, most: 80))\"",
                found: "\"\(letter.quote(place, most: 80))\"", in: letter, at: [checked.item.requestInDispute, place],
                item: checked.item.number)
        }
    }

    /// What was "actually ordered", when it shares no word with the heading.
    private static func ordered(_ checked: CheckedItem, _ words: Words) -> ByteRange? {
        guard let cue = ordered.first(in: words, checked.rationale) else { return nil }
        var start = cue.lowerBound
        while start > checked.rationale.lowerBound, !words.endsSentence(start - 1), !words.hasComma(after: start - 1),
            !clauseStarts.contains(words[start - 1].key)
        {
            start -= 1
        }
        let clause = start..<cue.lowerBound
        guard !clause.contains(where: { negations.contains(words[$0].key) }),
            isOther(clause, than: checked.treatment, words, checksCategories: false)
        else { return nil }
        return words.bytes(start..<cue.upperBound)
    }

    /// What "the request is for", when it shares neither a word nor a category with the heading.
    private static func requested(_ checked: CheckedItem, _ words: Words) -> ByteRange? {
        guard let cue = isFor.first(in: words, checked.rationale) else { return nil }
        let sentence = words.sentence(around: cue.lowerBound, in: checked.rationale)
        let clause = cue.upperBound..<max(cue.upperBound, sentence.upperBound)
        guard isOther(clause, than: checked.treatment, words, checksCategories: true) else { return nil }
        return words.bytes(cue.lowerBound..<clause.upperBound)
    }

    private static func isOther(
        _ clause: Range<Int>, than heading: Range<Int>, _ words: Words, checksCategories: Bool
    ) -> Bool {
        let reviewed = TreatmentMention.all(words, in: clause)
        let asked = TreatmentMention.all(words, in: heading)
        guard !reviewed.isEmpty, !asked.isEmpty else { return false }
        if checksCategories, reviewed.contains(where: { one in asked.contains { isSame(one, $0) } }) { return false }
        return !ContentWords(words, in: heading).stand(in: words, clause)
    }

    /// Injections of every category are one, because a block, an injection and what is injected name the same.
    private static func isSame(_ one: TreatmentMention, _ other: TreatmentMention) -> Bool {
        one.category == other.category || (one.kind == .injection && [.injection, .drug].contains(other.kind))
            || (other.kind == .injection && one.kind == .drug) || (one.kind == .surgery && other.kind == .surgery)
    }
}
