import Determinations
import LetterGenerator

/// Harms done to items.
enum ItemHarms {
    /// The class of decisions turned round.
    static let flip = "decision-flipped"

    static let all =
        [flipHarm(flip, of: nil)]
        + Wordings.Stock.allCases.map { flipHarm("\(flip): \($0.rawValue) wordings", of: $0) } + [
            Harm("decision-word-removed", finds: ["S07"]) { letter, chance in
                let item = chance.below(letter.itemCount)
                guard let word = letter.place(.decision(item)) else { return nil }
                return HarmedText(letter.replacing([word]), at: word.start, "word removed", item: item + 1)
            },
            Harm("decision-and-colon-removed", finds: ["S07"]) { letter, chance in
                let item = chance.below(letter.itemCount)
                guard let word = letter.place(.decision(item)), let treatment = letter.place(.treatment(item)) else {
                    return nil
                }
                let range = ByteRange(treatment.end, word.end)
                return HarmedText(letter.replacing([range]), at: range.start, "colon and word removed", item: item + 1)
            },
            Harm("side-flipped", finds: ["D11"]) { letter, chance in flipSide(letter, &chance) },
            Harm("rationale-age-changed", finds: ["P02"]) { letter, chance in changeAge(letter, &chance) },
        ] + parts

    private static let parts =
        partHarms("claims-guideline", Part.claimsLabel, Part.claimsGuideline)
        + partHarms("reviewer-guideline", Part.reviewerLabel, Part.reviewerGuideline)
        + partHarms("rationale", Part.rationaleLabel, Part.rationale)

    private static func partHarms(
        _ name: String, _ label: @escaping @Sendable (Int) -> Part, _ text: @escaping @Sendable (Int) -> Part
    ) -> [Harm] {
        [
            Harm("item-part-unlabelled: \(name)", finds: ["S06", "S07"]) { letter, chance in
                let item = chance.below(letter.itemCount)
                guard let range = letter.place(label(item)) else { return nil }
                return HarmedText(letter.replacing([range]), at: range.start, "label removed", item: item + 1)
            },
            Harm("item-part-removed: \(name)", finds: ["S06", "S07", "T03"]) { letter, chance in
                let item = chance.below(letter.itemCount)
                guard let start = letter.place(label(item))?.start, let end = letter.place(text(item))?.end else {
                    return nil
                }
                return HarmedText(
                    letter.replacing([ByteRange(start, end)]), at: start, "label and text removed", item: item + 1)
            },
        ]
    }

    private static func flipHarm(_ name: String, of stock: Wordings.Stock?) -> Harm {
        Harm(name, finds: ["D01"], times: 2) { letter, chance in
            let item = chance.below(letter.itemCount)
            guard letter.stock == stock, let word = letter.place(.decision(item)) else { return nil }
            let said = letter.string(word)
            guard ["Upheld", "Overturned"].contains(said) else { return nil }
            let other = said == "Upheld" ? "Overturned" : "Upheld"
            let conclusion = letter.place(.conclusion(item)).map { ": " + letter.string($0) } ?? ""
            return HarmedText(
                letter.replacing([word], with: Array(other.utf8)), at: word.start, "now \(other)\(conclusion)",
                item: item + 1)
        }
    }

    /// An item whose heading and rationale name one and the same side gets the other side in its rationale.
    private static func flipSide(_ letter: MarkedLetter, _ chance: inout Chance) -> HarmedText? {
        for item in chance.pick(letter.itemCount, of: Array(0..<letter.itemCount)) {
            guard let treatment = letter.place(.treatment(item)), let rationale = letter.place(.rationale(item)) else {
                continue
            }
            func count(_ word: String, _ range: ByteRange) -> Int { letter.places(of: word, in: range).count }
            for (side, other) in [("left", "right"), ("right", "left")] {
                let places = letter.places(of: side, in: rationale)
                guard count(side, treatment) > 0, !places.isEmpty,
                    [treatment, rationale].allSatisfy({ count(other, $0) == 0 && count("bilateral", $0) == 0 })
                else { continue }
                return HarmedText(
                    letter.replacing(places, with: Array(other.utf8)), at: places[0].start, "\(side) became \(other)",
                    item: item + 1)
            }
        }
        return nil
    }

    private static func changeAge(_ letter: MarkedLetter, _ chance: inout Chance) -> HarmedText? {
        for item in 0..<letter.itemCount {
            guard let rationale = letter.place(.rationale(item)) else { continue }
            for year in letter.places(of: "year", in: rationale) where year.start > rationale.start + 3 {
                let ages = ByteRange(year.start - 3, year.start - 1)
                let after = letter.string(ByteRange(year.end, min(year.end + 4, letter.text.count)))
                guard let age = Int(letter.string(ages)), (20...90).contains(age), after.dropFirst().hasPrefix("old")
                else {
                    continue
                }
                let other = age > 50 ? age - chance.within(3...20) : age + chance.within(3...20)
                return HarmedText(
                    letter.replacing([ages], with: Array("\(other)".utf8)), at: ages.start, "\(age) became \(other)")
            }
        }
        return nil
    }
}
