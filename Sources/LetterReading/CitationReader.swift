package import Determinations

/// Reads the citations of a guideline paragraph, of both eras.
///
/// - `Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies, Summary, and Shoulder Complaints 2004.`: one
///   citation a chapter; a chapter starts at its name, after a comma.
/// - `Decision based on MTUS Chronic Pain Treatment Guidelines Trigger point injections Page(s): 122.`: what stands between the
///   chapter's name and its pages is a section. Pages: `Page(s): 111 of 127`, `page 46`, `pages 8-9`, `pg. 607`.
/// - `Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Neck`: ODG, ACOEM or another source.
/// - `did not base their decision on the MTUS`, `outside of the MTUS`, `did not cite any medical evidence`: the sentence itself.
/// - Sections are parted by commas outside brackets; a comma before a word in lower case does not part them, nor those in
///   "NSAIDs, GI symptoms" and "Forearm, Wrist, & Hand".
package enum CitationReader {
    private static let marks: [(Phrase, Citation.Source)] = [
        (Phrase("decision based on mtus"), .schedule), (Phrase("decision based on non mtus citation"), .other),
        (Phrase("did not base their decision on the mtus"), .outsideSchedule),
        (Phrase("outside of the mtus"), .outsideSchedule),
        (Phrase("did not cite any medical evidence"), .noEvidence),
    ]
    private static let chapters: PhraseTable<Bool> = PhraseTable([
        (
            true,
            """
            neck and upper back complaints, shoulder complaints, elbow complaints, forearm wrist and hand complaints, \
            low back complaints, knee complaints, ankle and foot complaints, stress related conditions, eye complaints, \
            general approaches, chronic pain medical treatment, chronic pain medical treatment guidelines, \
            chronic pain treatment guidelines, acupuncture treatment, acupuncture treatment guidelines, \
            acupuncture medical treatment, acupuncture medical treatment guidelines, acupuncture medical treatment guideline, \
            postsurgical treatment, postsurgical treatment guidelines, opioid treatment, opioid treatment guidelines, acoem
            """
        )
    ])
    private static let sectionLabel = Phrase("section s")
    private static let pageLabels: PhraseTable<Bool> = PhraseTable([(true, "page s, page, pages, pg, pgs")])
    private static let pageWords: PhraseTable<Bool> = PhraseTable([(true, "of, and, to, through")])
    private static let and = Word.key(of: "and")
    private static let occupationalMedicine = [
        Phrase("acoem"), Phrase("american college of occupational and environmental medicine"),
    ]
    private static let officialDisability = [Phrase("odg"), Phrase("official disability guidelines")]
    private static let comma = UInt8(ascii: ",")

    /// The citations in a range of bytes, in order.
    package static func read(_ range: ByteRange, in words: Words) -> [Citation] {
        let indices = words.indices(in: range)
        var starts: [(first: Int, count: Int, source: Citation.Source)] = []
        for (phrase, source) in marks {
            words.each(phrase, in: indices) { first in starts.append((first, phrase.count, source)) }
        }
        starts.sort { $0.first < $1.first }
        var found: [Citation] = []
        for (position, start) in starts.enumerated() {
            let next = position + 1 < starts.count ? starts[position + 1].first : indices.upperBound
            let body = start.first + start.count..<max(start.first + start.count, next)
            switch start.source {
            case .schedule: found += schedule(words, from: start.first, body)
            case .other: found.append(elsewhere(words, from: start.first, withoutSentence(words, body)))
            default: found.append(statement(words, start.first..<body.lowerBound, start.source, in: indices))
            }
        }
        return found
    }

    // MARK: Statements

    private static func statement(
        _ words: Words, _ place: Range<Int>, _ source: Citation.Source, in indices: Range<Int>
    ) -> Citation {
        var first = place.lowerBound
        while first > indices.lowerBound, !words.endsSentence(after: first - 1) { first -= 1 }
        return Citation(
            source, title: nil, year: nil, sections: [], pages: nil, range: words.bytes(first..<place.upperBound))
    }

    /// A body without the sentence "The Expert Reviewer …" that introduces the next citation.
    private static func withoutSentence(_ words: Words, _ body: Range<Int>) -> Range<Int> {
        for subject in subjects {
            if let first = words.last(subject, in: body), first > body.lowerBound,
                words.endsSentence(after: first - 1)
            {
                return body.lowerBound..<first
            }
        }
        return body
    }

    private static let subjects = [Phrase("the expert reviewer"), Phrase("the claims administrator")]

    // MARK: Outside the MTUS

    private static func elsewhere(_ words: Words, from start: Int, _ body: Range<Int>) -> Citation {
        func first(_ names: [Phrase]) -> Int { names.compactMap { words.first($0, in: body) }.min() ?? .max }
        let (medicine, disability) = (first(occupationalMedicine), first(officialDisability))
        let source: Citation.Source =
            medicine == disability ? .other : medicine < disability ? .occupationalMedicine : .officialDisability
        let year = source == .other ? nil : body.lazy.compactMap { self.year(words, $0) }.first
        return Citation(
            source, title: text(words, body), year: year, sections: [], pages: pages(words, body)?.range,
            range: text(words, start..<body.upperBound) ?? words.bytes(start..<body.lowerBound))
    }

    /// A year that is no part of a date.
    private static func year(_ words: Words, _ index: Int) -> Int? {
        guard let number = words.number(index), (1980...2099).contains(number), words[index].range.count == 4 else {
            return nil
        }
        let marks = [UInt8(ascii: "/"), UInt8(ascii: "-")]
        return index > 0 && marks.contains(words.joint(after: index - 1)) ? nil : number
    }

    // MARK: Chapters of the MTUS

    private static func schedule(_ words: Words, from start: Int, _ whole: Range<Int>) -> [Citation] {
        let body = withoutSentence(words, whole)
        var chapterStarts = body.isEmpty ? [] : [body.lowerBound]
        for index in body.dropFirst() {
            let afterAnd = words[index - 1].key == and && words.follows(comma, at: index - 1)
            guard afterAnd || words.follows(comma, at: index), !isInSection(words, index),
                let (_, count) = chapters.match(words, at: index, before: body.upperBound),
                words.isCapitalized(index)
            else { continue }
            let next = index + count
            let hasYear = next < body.upperBound && year(words, next) != nil
            if hasYear || words.string(next - 1).lowercased().hasPrefix("guideline") || count == 1 {
                chapterStarts.append(index)
            }
        }
        return chapterStarts.enumerated().map { position, first in
            var end = position + 1 < chapterStarts.count ? chapterStarts[position + 1] : body.upperBound
            if end < body.upperBound, words[end - 1].key == and { end -= 1 }
            return chapter(words, first..<end, from: position == 0 ? start : first)
        }
    }

    /// Whether a word stands in brackets, where a chapter cannot start.
    private static func isInSection(_ words: Words, _ index: Int) -> Bool {
        words.follows(UInt8(ascii: "("), at: index)
    }

    private static func chapter(_ words: Words, _ body: Range<Int>, from start: Int) -> Citation {
        let pages = pages(words, body)
        let end = pages?.label ?? body.upperBound
        let label = words.first(sectionLabel, in: body.lowerBound..<end)
        let known = chapters.match(words, at: body.lowerBound, before: end)?.count ?? 0
        var titleEnd = label ?? (known > 1 ? body.lowerBound + known : end)
        var year: Int?
        if let index = (body.lowerBound..<titleEnd + (titleEnd < end ? 1 : 0)).first(where: {
            self.year(words, $0) != nil
        }) {
            year = self.year(words, index)
            titleEnd = index
        }
        let afterYear = year == nil ? titleEnd : titleEnd + 1
        let sectionStart = label.map { $0 + sectionLabel.count } ?? afterYear
        return Citation(
            .schedule, title: text(words, body.lowerBound..<titleEnd), year: year,
            sections: sections(words, sectionStart..<max(sectionStart, end)), pages: pages?.range,
            range: text(words, start..<body.upperBound) ?? words.bytes(start..<body.upperBound))
    }

    private static func pages(_ words: Words, _ body: Range<Int>) -> (label: Int, range: ByteRange)? {
        for index in body {
            guard let (_, count) = pageLabels.match(words, at: index, before: body.upperBound) else { continue }
            var next = index + count
            while next < body.upperBound, words.number(next) != nil || (pageWords[words[next].key] ?? false) {
                next += 1
            }
            let first = index + count
            if next > first { return (index, words.bytes(first..<next)) }
            // "Page(s):" with nothing after it is empty; the word alone may be part of a title.
            guard count == 2 else { continue }
            let end = words.mark(after: first - 1)?.offset ?? Int(words[first - 1].end)
            return (index, ByteRange(end, end))
        }
        return nil
    }

    // MARK: Sections

    private static func sections(_ words: Words, _ range: Range<Int>) -> [ByteRange] {
        var found: [ByteRange] = []
        var start = range.lowerBound
        var depth = 0
        for index in range {
            if index > start || index == range.lowerBound {
                depth += index == range.lowerBound ? 0 : brackets(words, index)
            }
            let isParted = index > start && depth <= 0 && words.follows(comma, at: index) && parts(words, index)
            if isParted, let text = text(words, start..<index) {
                found.append(text)
                start = index
            }
        }
        if let last = text(words, start..<range.upperBound) { found.append(last) }
        return found
    }

    /// Brackets opened less brackets closed between a word and the one before.
    private static func brackets(_ words: Words, _ index: Int) -> Int {
        words.text[Int(words[index - 1].end)..<Int(words[index].start)].reduce(0) { depth, byte in
            depth + (byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0)
        }
    }

    private static let continuations: PhraseTable<UInt64> = PhraseTable([
        (Word.key(of: "nsaids"), "gi"), (Word.key(of: "forearm"), "wrist"), (Word.key(of: "wrist"), "hand"),
    ])

    private static func parts(_ words: Words, _ index: Int) -> Bool {
        if words.text[Int(words[index].start)] &- 0x61 < 26 { return false }
        return continuations[words[index].key] != words[index - 1].key
    }

    /// The bytes of some words with the closing brackets after the last; nil when there are none.
    private static func text(_ words: Words, _ range: Range<Int>) -> ByteRange? {
        guard !range.isEmpty else { return nil }
        let bytes = words.bytes(range)
        var end = bytes.end
        let closing: [UInt8] = [UInt8(ascii: ")"), UInt8(ascii: "]")]
        while end < words.text.count, closing.contains(words.text[end]) { end += 1 }
        return ByteRange(bytes.start, end)
    }
}
