import Determinations

/// Finds where the heading of an item starts, between the rationale before it and its decision.
///
/// Nothing marks the end of a rationale, so the heading is told by what parts it from the text before:
/// - where paragraphs are parted by blank lines, it is what stands after the last of them. A page break, or a blank line that an
///   extraction left inside a heading, does not part it from a short piece before that ends no sentence;
/// - where they are not, it starts on the line after the last one that ends a sentence, or that ended although the next word would
///   have fitted; where a sentence was cut short, on the last line that starts with a capital;
/// - the original-request formula is kept whole, although it has full stops inside.
struct HeadingBounds {
    let words: Words
    /// Whether paragraphs are parted by blank lines in this letter.
    let hasParagraphs: Bool

    private static let longestHeading = 160
    private static let longestPiece = 90
    private static let originalRequests = [Phrase("original request"), Phrase("original requests")]
    static let formulaStarts = [
        Phrase("was the original request"), Phrase("were the original request"), Phrase("is the original request"),
        Phrase("were the original requests"),
    ]
    private static let medicallyNecessary = Phrase("medically necessary")
    private static let joining: PhraseTable<Bool> = PhraseTable([
        (true, "of, the, and, or, with, without, for, to, in, a, an, at, by, on, per, was, is")
    ])

    /// Words that start a sentence, and no heading.
    private static let sentenceStarts: PhraseTable<Bool> = PhraseTable([
        (
            true,
            """
            the, this, these, there, therefore, thus, hence, it, he, she, his, her, no, not, accordingly, although, however, since, \
            given, because, while, when, according, furthermore, moreover, also, such, none, in this, in the, in these, in her, \
            in his, in my, in summary, in conclusion, in addition, in order, in light, in regard, in regards, in this case, on the, \
            on this, on these, on his, on her, at the, at this, as the, as this, as noted, as such, as stated, as there, with the, \
            with this, with regard, with regards, per the, per this, based on, based upon
            """
        )
    ])

    /// The index of the first word of the heading that ends before `end`.
    /// - Parameters:
    ///   - end: The first mark after the heading.
    ///   - start: The first word that can belong to it.
    ///   - isAfterItem: Whether the text of another item stands between `start` and the heading.
    func start(of end: Int, notBefore start: Int, isAfterItem: Bool) -> Int {
        guard start < end else { return end }
        let last = formulaStart(before: end, notBefore: start) ?? end - 1
        if hasParagraphs, let found = paragraphStart(upTo: last, start, isAfterItem), isHeading(found..<end) {
            return found
        }
        return lineStart(upTo: last, start, isAfterItem)
    }

    /// A rationale's last paragraph is no part of a heading.
    private func isHeading(_ range: Range<Int>) -> Bool {
        range.count <= HeadingBounds.longestHeading && words.first(HeadingBounds.medicallyNecessary, in: range) == nil
    }

    /// Where "was the original request" stands, if the heading ends with that formula: breaks behind it part nothing.
    private func formulaStart(before end: Int, notBefore start: Int) -> Int? {
        let near = max(start, end - HeadingBounds.longestHeading)..<end
        guard let first = HeadingBounds.formulaStarts.compactMap({ words.last($0, in: near) }).max(),
            let second = HeadingBounds.originalRequests.compactMap({
                words.last($0, in: first + 4..<max(first + 4, end))
            })
            .max()
        else { return nil }
        // A rationale that quotes the formula ends its sentence before the next heading.
        return (second..<end - 1).contains(where: endsSentence) ? nil : first
    }

    // MARK: Paragraphs

    /// The start of the last paragraph, put together again where a break stands inside it; nil when it goes back to the start of
    /// another item's text.
    private func paragraphStart(upTo last: Int, _ start: Int, _ isAfterItem: Bool) -> Int? {
        var index = last
        while index > start {
            if words.gap(before: index) == .paragraph, !continuesPiece(index, from: start, isAfterItem) { return index }
            index -= 1
        }
        return isAfterItem ? nil : start
    }

    /// Whether the words after a break go on with a heading begun before it.
    ///
    /// The piece before must be short, stand after the end of a sentence and end none. After a page break that is enough; after a
    /// blank line what follows must start in lower case, or with a digit behind a word or mark that no heading ends in.
    private func continuesPiece(_ index: Int, from start: Int, _ isAfterItem: Bool) -> Bool {
        guard !endsSentence(index - 1) else { return false }
        var first = index - 1
        while first > start, words.gap(before: first) != .paragraph {
            first -= 1
            if endsSentence(first) || index - first > HeadingBounds.longestPiece { return false }
        }
        // What follows another item's label at once is that item's text, however short.
        guard first > start ? endsSentence(first - 1) || words.isPageBreak(before: first) : !isAfterItem else {
            return false
        }
        if startsSentence(first) { return false }
        return words.isPageBreak(before: index) || isLowerCase(index) || (isOpen(index - 1) && isDigit(index))
    }

    // MARK: Lines

    /// The start of the last line at which a heading can start, where no blank line tells.
    private func lineStart(upTo last: Int, _ start: Int, _ isAfterItem: Bool) -> Int {
        let lowest = max(start, last - HeadingBounds.longestHeading)
        let width = longestLine(before: last)
        var capitalized: Int?
        var nearest: Int?
        var index = last
        while index > lowest {
            let endsSentence = endsSentence(index - 1)
            if words.gap(before: index) == .none {
                // The sentence that starts here goes on into the heading: it was cut short.
                if endsSentence, nearest != nil { return capitalized ?? nearest ?? index }
            } else {
                if endsSentence {
                    return startsSentence(index) ? capitalized ?? index : index
                }
                if isShortLine(before: index, of: width), !isLowerCase(index) { return index }
                nearest = nearest ?? index
                if words.isCapitalized(index), !isOpen(index - 1) { capitalized = capitalized ?? index }
            }
            index -= 1
        }
        return index == start && !isAfterItem ? start : capitalized ?? nearest ?? start
    }

    /// Whether the line before a break ended although what follows up to the next blank would have fitted on it.
    private func isShortLine(before index: Int, of width: Int) -> Bool {
        guard !words.isPageBreak(before: index) else { return false }
        var end = Int(words[index].end)
        while end < words.text.count, !Folding.isWhite(words.text[end]) { end += 1 }
        let next = end - Int(words[index].start)
        return lineLength(endingAt: index - 1) + 1 + next < width * 4 / 5
    }

    private func lineLength(endingAt last: Int) -> Int {
        var first = last
        while first > 0, words.gap(before: first) == .none { first -= 1 }
        return Int(words[last].end - words[first].start)
    }

    /// The bytes of the longest of the lines before a word, some 250 words back.
    private func longestLine(before last: Int) -> Int {
        var longest = 0
        var lineEnd = last
        var index = last
        while index > 0, last - index < 250 {
            if words.gap(before: index) != .none {
                longest = max(longest, Int(words[lineEnd].end - words[index].start))
                lineEnd = index - 1
            }
            index -= 1
        }
        return longest
    }

    // MARK: Sentences

    /// Whether the words at an index are those of a sentence and of no heading.
    private func startsSentence(_ index: Int) -> Bool {
        HeadingBounds.sentenceStarts.match(words, at: index, before: words.count) != nil
    }

    private func isLowerCase(_ index: Int) -> Bool { words.text[Int(words[index].start)] &- 0x61 < 26 }

    private func isDigit(_ index: Int) -> Bool { words.text[Int(words[index].start)] &- 0x30 < 10 }

    /// Whether a word or the mark behind it cannot end a heading: "of", "with", a comma, a hyphen, an opening bracket.
    private func isOpen(_ index: Int) -> Bool {
        HeadingBounds.joining[words[index].key] ?? false || ",-/(&+".utf8.contains(words.text[Int(words[index].end)])
    }

    /// Words behind which a full stop ends no sentence; those of the second list only before a small letter, digit or sign.
    private static let abbreviations: PhraseTable<Bool> = PhraseTable([
        (true, "dr, mr, mrs, ms, vs, approx, qty"),
        (
            false,
            """
            mg, mcg, ml, gm, oz, tab, tabs, cap, caps, wk, wks, mo, mos, hr, hrs, no, lt, rt, inc, etc, jan, feb, mar, apr, jun, \
            jul, aug, sep, sept, oct, nov, dec
            """
        ),
    ])

    /// Whether a sentence ends with this word: a full stop, question or exclamation mark follows, behind closing marks at most, and
    /// then white space.
    private func endsSentence(_ index: Int) -> Bool {
        let end = index + 1 < words.count ? Int(words[index + 1].start) : words.text.count
        for offset in Int(words[index].end)..<end {
            let byte = words.text[offset]
            if Folding.isWhite(byte) { return false }
            guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else { continue }
            guard isClosing(offset + 1, before: end) else { return false }
            return byte != UInt8(ascii: ".") || !isAbbreviation(index)
        }
        return index + 1 == words.count
    }

    /// Whether white space stands at an offset, behind closing brackets and quotation marks at most.
    private func isClosing(_ offset: Int, before end: Int) -> Bool {
        for byte in words.text[offset..<end] {
            if Folding.isWhite(byte) { return true }
            // Curly quotation marks have three bytes above 0x7F.
            guard ")]\"'.".utf8.contains(byte) || byte > 0x7F else { return false }
        }
        return end == words.text.count
    }

    private func isAbbreviation(_ index: Int) -> Bool {
        let isSingle = words[index].end - words[index].start == 1
        let number = words.number(index)
        // "1. MRI of the knee": the number of a heading; "#60." ends a sentence.
        if let number, number < 20, words.gap(before: index) != .none,
            words[index].start == 0 || Folding.isWhite(words.text[Int(words[index].start) - 1])
        {
            return true
        }
        guard index + 1 < words.count, isSingle && number == nil || HeadingBounds.abbreviations[words[index].key] != nil
        else { return false }
        if HeadingBounds.abbreviations[words[index].key] ?? false { return true }
        if isLowerCase(index + 1) { return true }
        return isDigit(index + 1) && (!isSingle || words.gap(before: index + 1) == .none)
    }
}
