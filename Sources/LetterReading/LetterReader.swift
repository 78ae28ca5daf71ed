package import Determinations

/// Why a text is no determination letter that can be read.
package struct NotADetermination: Error, Hashable {
    /// How many anchors of the layout that came nearest were found; two are needed.
    package let anchors: Int

    /// The error with the number of anchors found.
    package init(anchors: Int) { self.anchors = anchors }
}

/// The letters that stand in one text; one, nearly always.
package struct ReadLetters: Sendable {
    /// The words of the text.
    package let words: Words
    /// The determinations, in the order of the text; never empty.
    package let determinations: [Determination]
}

/// Reads the text of a file as one or more final determination letters.
package enum LetterReader {
    /// All layouts, the most specific first.
    package static let layouts: [any LetterLayout.Type] = [
        LayoutL4b.self, LayoutL4a.self, LayoutL2.self, LayoutL3.self, LayoutL1.self,
    ]

    /// Reads a text of at most 2 GiB of UTF-8; any bytes whatever give a result or the error, in time linear in their number.
    package static func read(_ text: [UInt8]) throws(NotADetermination) -> ReadLetters {
        let words = Words(text)
        let ranges = letterRanges(words)
        var determinations: [Determination] = []
        var most = 0
        for range in ranges {
            var best: (layout: any LetterLayout.Type, anchors: Int)?
            for layout in layouts {
                let anchors = layout.anchors(in: words, range)
                if anchors > best?.anchors ?? 1 { best = (layout, anchors) }
                most = max(most, anchors)
            }
            if let best { determinations.append(best.layout.read(words, range)) }
        }
        if determinations.isEmpty { throw NotADetermination(anchors: most) }
        return ReadLetters(words: words, determinations: determinations)
    }

    private static let company = Phrase("maximus federal services inc")

    /// Where several letters stand in one text, each from its header table, company name or first heading up to the next.
    private static func letterRanges(_ words: Words) -> [Range<Int>] {
        var starts = ThreeSectionLetter.starts(in: words) + LayoutL1.starts(in: words) + LayoutL3.starts(in: words)
        guard starts.count > 1 else { return [0..<words.count] }
        starts.sort()
        var bounds = [0]
        for (previous, start) in zip(starts, starts.dropFirst()) where start - previous > shortest {
            let before = max(previous + 1, start - 45)..<start
            let name = words.last(company, in: before) ?? start
            bounds.append(min(name, HeaderTable.start(words, before: start, notBefore: previous + 1)))
        }
        bounds.append(words.count)
        return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    }

    /// Headings nearer to each other belong to one letter.
    private static let shortest = 20
}
