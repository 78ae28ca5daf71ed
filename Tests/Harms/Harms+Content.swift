import Determinations
import LetterGenerator

/// Harms done to what a letter says: facts taken out, changed or put in.
enum ContentHarms {
    static let all =
        [
            Harm("header-removed", finds: ["S02"]) { letter, _ in
                let parts = HeaderLine.allCases.flatMap { line in
                    (letter.places[.headerLabel(line)] ?? []) + (letter.places[.headerValue(line)] ?? [])
                }
                guard let first = parts.map(\.start).min() else { return nil }
                return HarmedText(letter.replacing(parts), at: first, "all labels and values removed")
            },
            Harm("credentials-removed", finds: ["S05"]) { letter, _ in
                guard let credentials = letter.places[.credentials] else { return nil }
                return HarmedText(letter.replacing(credentials), at: credentials[0].start, "credentials removed")
            },
            Harm("summary-age-removed", finds: ["P01"]) { letter, _ in
                guard let summary = letter.place(.summary) else { return nil }
                let ages = letter.ages(in: summary)
                guard !ages.isEmpty else { return nil }
                return HarmedText(letter.replacing(ages), at: ages[0].start, "\(ages.count) ages removed")
            },
            Harm("summary-shortened", finds: ["T05", "T01"]) { letter, _ in
                guard let summary = letter.place(.summary), summary.count > 300 else { return nil }
                let rest = ByteRange(summary.start + 120, summary.end - 1)
                return HarmedText(letter.replacing([rest]), at: rest.start, "\(rest.count) bytes removed")
            },
            Harm("rationale-shortened", finds: ["T05", "T02", "D02"]) { letter, chance in
                let item = chance.below(letter.itemCount)
                guard let rationale = letter.place(.rationale(item)), rationale.count > 60 else { return nil }
                return HarmedText(
                    letter.replacing([rationale], with: Array("Not necessary.".utf8)), at: rationale.start,
                    "rationale of two words", item: item + 1)
            },
            Harm("rationale-sex-changed", finds: ["P02"]) { letter, _ in changeSex(letter) },
            Harm("decision-date-in-the-future", finds: ["C01"]) { letter, _ in
                guard let value = letter.place(.headerValue(.decision)) else { return nil }
                return HarmedText(
                    letter.replacing([value], with: Array("03/04/2031".utf8)), at: value.start, "decided in 2031")
            },
            Harm("both-sides-of-one-part", finds: ["D10"]) { letter, _ in
                for item in 0..<letter.itemCount {
                    guard let heading = letter.place(.treatment(item)), letter.string(heading).hasPrefix("MRI of the ")
                    else { continue }
                    guard
                        let side = letter.places(of: "left", in: heading).first
                            ?? letter.places(of: "right", in: heading).first
                    else { continue }
                    return HarmedText(
                        letter.replacing([ByteRange(side.start, side.start)], with: Array("bilateral ".utf8)),
                        at: side.start, "bilateral and a side", item: item + 1)
                }
                return nil
            },
        ] + insertions

    private static let insertions = [
        inserted("impossible-date", finds: ["C03"], "The worker was seen again on 02/30/2014."),
        inserted(
            "date-after-the-decision", finds: ["C03"], "A note of 06/07/2024 describes the same findings.",
            needsHeader: true),
        inserted("records-unreadable", finds: ["R02"], "The progress notes are illegible.", unless: "illegible"),
    ]

    /// A sentence put into the case summary.
    private static func inserted(
        _ name: String, finds codes: Set<String>, _ sentence: String, needsHeader: Bool = false,
        unless word: String? = nil
    ) -> Harm {
        Harm("inserted: \(name)", finds: codes) { letter, chance in
            guard let summary = letter.place(.summary), !needsHeader || letter.place(.headerValue(.decision)) != nil,
                word.map({ letter.places(of: $0, in: ByteRange(0, letter.text.count)).isEmpty }) ?? true
            else { return nil }
            let isEnd = { (before: UInt8, after: UInt8) in before == 0x2E && Bytes.isWhite(after) }
            let offset = letter.offset(in: summary, &chance, where: isEnd) ?? summary.end
            return HarmedText(
                letter.replacing([ByteRange(offset, offset)], with: Array(" \(sentence)".utf8)), at: offset, sentence)
        }
    }

    /// "58-year-old female" in a rationale becomes the other sex.
    private static func changeSex(_ letter: MarkedLetter) -> HarmedText? {
        for item in 0..<letter.itemCount {
            guard let rationale = letter.place(.rationale(item)) else { continue }
            for age in letter.ages(in: rationale) {
                let near = ByteRange(age.end, min(age.end + 10, rationale.end))
                for (sex, other) in [("female", "male"), ("male", "female")] {
                    guard let place = letter.places(of: sex, in: near).first else { continue }
                    return HarmedText(
                        letter.replacing([place], with: Array(other.utf8)), at: place.start, "\(sex) became \(other)")
                }
            }
        }
        return nil
    }
}

extension MarkedLetter {
    /// The places of "58-year-old", "58 year old".
    func ages(in range: ByteRange) -> [ByteRange] {
        places(of: "year", in: range).compactMap { year in
            guard year.start >= range.start + 3, year.end + 4 <= range.end,
                Int(string(ByteRange(year.start - 3, year.start - 1))) != nil,
                string(ByteRange(year.end + 1, year.end + 4)).lowercased() == "old"
            else { return nil }
            return ByteRange(year.start - 3, year.end + 4)
        }
    }
}
