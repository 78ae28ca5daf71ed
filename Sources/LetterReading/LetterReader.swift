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

    /// Where several letters stand in one text, each from its header table (or first heading) up to the next.
    private static func letterRanges(_ words: Words) -> [Range<Int>] {
        let starts = ThreeSectionLetter.starts(in: words)
        guard starts.count > 1 else { return [0..<words.count] }
        var bounds = [0]
        for (previous, start) in zip(starts, starts.dropFirst()) {
            bounds.append(max(previous + 1, HeaderTable.start(words, before: start, notBefore: previous)))
        }
        bounds.append(words.count)
        return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    }
}
