import Determinations
import LetterGenerator

/// Harms that lose or move whole pages.
enum PageHarms {
    private static let structure: Set<String> = ["S01", "S06", "S07", "S10", "T01", "T02", "T03", "D02"]

    static let all = [
        Harm("page-removed", finds: structure.union(["S02", "S03", "S05", "T05", HarmCatalogue.held])) {
            letter, chance in
            let pages = pages(of: letter)
            guard pages.count > 1 else { return nil }
            let page = chance.pick(pages)
            // Nobody can miss a page of running text, or the end of one item and the start of the next.
            guard hasSection(page, letter) else { return nil }
            return HarmedText(letter.replacing([page]), at: page.start, "page removed")
        },
        Harm("page-twice", finds: structure.union(["S09", "D14"])) { letter, chance in
            let page = chance.pick(pages(of: letter))
            guard hasHeading(page, letter) else { return nil }
            let copy = Array(letter.text[page.start..<page.end])
            return HarmedText(
                letter.replacing([ByteRange(page.end, page.end)], with: copy), at: page.end, "page stands twice")
        },
        Harm("pages-swapped", finds: structure.union(["S02", "S03", "S05", "T05", "D01"])) { letter, chance in
            let pages = pages(of: letter)
            guard pages.count > 1 else { return nil }
            let first = chance.below(pages.count - 1)
            let (page, next) = (pages[first], pages[first + 1])
            guard hasSection(page, letter), hasSection(next, letter), page.end == next.start else { return nil }
            var text = Array(letter.text[..<page.start])
            text += letter.text[next.start..<next.end]
            text += letter.text[page.start..<page.end]
            text += letter.text[next.end...]
            return HarmedText(text, at: page.start, "two pages swapped")
        },
    ]

    /// The pages of a text with form feeds; each ends behind its form feed.
    private static func pages(of letter: MarkedLetter) -> [ByteRange] {
        var pages: [ByteRange] = []
        var start = 0
        for end in letter.text.indices where letter.text[end] == 0x0C {
            pages.append(ByteRange(start, end + 1))
            start = end + 1
        }
        if start < letter.contentEnd || pages.isEmpty { pages.append(ByteRange(start, letter.text.count)) }
        return pages
    }

    private static func hasSection(_ page: ByteRange, _ letter: MarkedLetter) -> Bool {
        (0..<3).contains { letter.place(.sectionHeading($0)).map(page.contains) ?? false }
    }

    /// Whether something stands on a page that every letter must have.
    private static func hasHeading(_ page: ByteRange, _ letter: MarkedLetter) -> Bool {
        hasSection(page, letter)
            || (0..<letter.itemCount).contains { item in
                [Part.claimsLabel(item), .reviewerLabel(item), .rationaleLabel(item)].contains { part in
                    letter.place(part).map(page.contains) ?? false
                }
            }
    }
}
