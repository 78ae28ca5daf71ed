import Determinations
import LetterGenerator

/// Harms done to sections and to whole letters.
enum SectionHarms {
    static let all: [Harm] =
        (0..<3).flatMap { section in
            let name = ["how-made", "summary", "issues"][section]
            return [
                Harm("section-heading-deleted: \(name)", finds: ["S01"]) { letter, _ in
                    guard let heading = letter.place(.sectionHeading(section)) else { return nil }
                    return HarmedText(letter.replacing([heading]), at: heading.start, "heading removed")
                },
                Harm("section-deleted: \(name)", finds: ["S01"]) { letter, _ in
                    guard let range = sectionRange(section, letter) else { return nil }
                    return HarmedText(letter.replacing([range]), at: range.start, "section removed")
                },
            ]
        } + [
            Harm("sections-out-of-order", finds: ["S10"]) { letter, chance in
                let ranges = (0..<3).compactMap { sectionRange($0, letter) }
                guard ranges.count == 3 else { return nil }
                let order = chance.pick([[1, 0, 2], [0, 2, 1], [2, 0, 1], [1, 2, 0], [2, 1, 0]])
                var text = Array(letter.text[..<ranges[0].start])
                for index in order { text.append(contentsOf: letter.text[ranges[index].start..<ranges[index].end]) }
                return HarmedText(text, at: ranges[0].start, "order \(order)")
            }
        ]

    /// A section from its heading up to the next one, or to the end.
    private static func sectionRange(_ section: Int, _ letter: MarkedLetter) -> ByteRange? {
        guard let heading = letter.place(.sectionHeading(section)) else { return nil }
        return ByteRange(heading.start, letter.place(.sectionHeading(section + 1))?.start ?? letter.text.count)
    }
}
