package import Determinations
import LetterReading

/// An overturned item does not say how much.
///
/// **Finds** a drug, a therapy or injections that are overturned with neither a quantity nor a frequency in the heading.
///
/// **Why it matters:** it must be authorized within five working days, and cannot be authorized as written.
///
/// **Example:** `Acupuncture therapy for the lower back: Overturned`.
///
/// **Quiet:** for imaging, tests, surgery and equipment, for a single injection, and for services already rendered.
package enum D07OverturnedWithoutQuantity: AnomalyRule {
    package static let code = "D07"
    package static let name = "overturned-without-quantity"
    package static let severity = Severity.warning

    private static let several = PhraseList("injections,blocks,esis,tpis,infusions")
    private static let evaluation = PhraseList("evaluation,consultation,consult,assessment,re evaluation")

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.items.compactMap { checked in
            guard let decision = checked.item.decision, decision.value == .overturned else { return nil }
            if ItemAttributeReader.hasAmount(letter.words, in: checked.request) { return nil }
            let attributes = checked.attributes(in: letter.words)
            guard !attributes.isRetrospective, needsQuantity(checked, attributes.kind, letter.words) else { return nil }
            return finding(
                "Item \(checked.item.number) is overturned but does not say how much: it cannot be authorized as written.",
                expected: "a quantity or a frequency", found: "neither", in: letter,
                at: [checked.item.requestInDispute, decision.range], item: checked.item.number)
        }
    }

    private static func needsQuantity(_ checked: CheckedItem, _ kind: TreatmentKind, _ words: Words) -> Bool {
        switch kind {
        case .drug: true
        case .therapy: !evaluation.stands(in: words, checked.request)
        case .injection: several.stands(in: words, checked.request)
        case .imaging, .test, .surgery, .equipment, .consultation, .other: false
        }
    }
}
