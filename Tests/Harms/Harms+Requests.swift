import Determinations
import LetterGenerator

/// Harms done to what an item asks for.
enum RequestHarms {
    static let all = [
        Harm("quantity-removed", finds: ["D07"]) { letter, chance in
            guard let item = overturned(letter, &chance) else { return nil }
            return replaced(
                item, in: letter, heading: chance.pick(["Acupuncture for the lower back", "Gabapentin 600mg"]))
        },
        Harm("quantity-changed", finds: ["D08"]) { letter, chance in
            guard let item = overturned(letter, &chance) else { return nil }
            let (heading, sentence) = chance.pick([
                ("Cervical epidural steroid injection times 2", "a cervical epidural steroid injection is"),
                ("Knee injection, quantity 3", "a single knee injection is"),
                ("Physical therapy for the knee, 12 visits", "6 visits of physical therapy for the knee are"),
            ])
            return replaced(
                item, in: letter, heading: heading,
                rationale: "The guideline allows it where first-line care has failed, as the notes show that it has."
                    + " Therefore, \(sentence) medically necessary.")
        },
        Harm("body-part-changed", finds: ["D12"]) { letter, chance in
            let item = chance.below(letter.itemCount)
            let (heading, sentence) = chance.pick([
                ("MRI of the cervical spine", "The knee shows no effusion and a stable ligament on examination."),
                ("X-ray of the left ankle", "Motion of the shoulder is full and the rotator cuff is strong."),
            ])
            return replaced(
                item, in: letter, heading: heading,
                rationale: "\(sentence) No plan depends on the study. The request is not medically necessary.")
        },
    ]

    /// An item that is overturned.
    private static func overturned(_ letter: MarkedLetter, _ chance: inout Chance) -> Int? {
        chance.pick(letter.itemCount, of: Array(0..<letter.itemCount)).first { item in
            letter.place(.decision(item)).map { letter.string($0) == "Overturned" } ?? false
        }
    }

    /// An item with another heading, and with another rationale where one is given.
    private static func replaced(
        _ item: Int, in letter: MarkedLetter, heading: String, rationale: String? = nil
    ) -> HarmedText? {
        guard let treatment = letter.place(.treatment(item)), let old = letter.place(.rationale(item)),
            treatment.end <= old.start
        else { return nil }
        let text = letter.text
        let end = rationale == nil ? old.start : old.end
        let changed =
            text[..<treatment.start] + Array(heading.utf8) + text[treatment.end..<old.start]
            + Array((rationale ?? "").utf8) + text[end...]
        return HarmedText(Array(changed), at: treatment.start, "now \(heading)", item: item + 1)
    }
}
