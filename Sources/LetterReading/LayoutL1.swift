package import Determinations

/// L1, 2013: a notice with numbered determinations, then the decision and rationale. Known from one excerpt.
///
/// Recognised by two or more of `MAXIMUS FEDERAL SERVICES, INC.`, `Notice of Independent Medical Review Determination`, the
/// headings below it and the sentence "has determined the request for X is [not] medically necessary and appropriate".
///
/// - That sentence is an item: without "not" the denial is overturned, with it upheld. The letter repeats its items below the
///   heading of the decision; only those of the notice count, and without that heading each treatment counts once. Extractors
///   join the emphasised "not" with its neighbour: "is notmedically necessary" is upheld, too.
/// - `Dated:` is the decision date, and "Utilization Review Denial dated" below the heading of the decision the UR denial date.
///   Other header fields are read where labels of the later table stand.
/// - Guidelines and rationales are not established and stay nil; the summary runs up to the next known heading.
package enum LayoutL1: LetterLayout {
    package static let layout = Layout.noticeOfDetermination
    package static let sectionTitles = titles.map(\.text)
    package static let establishesHeader = false
    package static let establishesGrounds = false

    private static let titles = [
        HeadedLetter.Title("Notice of Independent Medical Review Determination", capitals: false),
        HeadedLetter.Title("INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE"),
        HeadedLetter.Title("Medical Qualifications of the Expert Reviewer", capitals: false),
        HeadedLetter.Title("Case Summary", capitals: false),
    ]
    private static let company = Phrase("maximus federal services inc")
    private static let statement = Phrase("has determined the request for")
    private static let necessary = Phrase("medically necessary")
    private static let notNecessary = Phrase("notmedically necessary")
    private static let verbs = ["is", "are", "was", "were"].map { Word.key(of: $0) }
    private static let not = Word.key(of: "not")
    private static let appropriate = Phrase("and appropriate")
    private static let dated = Word.key(of: "dated")
    private static let denialDated = Phrase("utilization review denial dated")
    private static let longest = 160

    package static func anchors(in words: Words, _ range: Range<Int>) -> Int {
        // The words of the last three titles stand in other layouts too: the notice or its sentence must be there.
        guard words.first(titles[0].phrase, in: range) != nil || words.first(statement, in: range) != nil else {
            return 0
        }
        return HeadedLetter(titles, in: words, range).count
            + [company, statement].count { words.first($0, in: range) != nil }
    }

    /// The indices of the headings of notices, when several stand in one text: `Dated:` follows, or the company's name stands before.
    static func starts(in words: Words) -> [Int] {
        words.all(titles[0].phrase, in: 0..<words.count).filter { first in
            let after = first..<min(words.count, first + 60)
            let before = max(0, first - 30)..<first
            return words.isCapitalized(first)
                && (words.first(dated, in: after) != nil || words.first(company, in: before) != nil)
        }
    }

    package static func read(_ words: Words, _ range: Range<Int>) -> Determination {
        let letter = HeadedLetter(titles, in: words, range)
        let noticeEnd = letter.first(1)?.words.lowerBound
        return letter.determination(
            layout, header: header(words, in: range, noticeEnd: noticeEnd ?? range.upperBound),
            reviewer: letter.indices(below: 2), summary: letter.body(3),
            items: items(words, in: range.lowerBound..<(noticeEnd ?? range.upperBound)))
    }

    private static func header(_ words: Words, in range: Range<Int>, noticeEnd: Int) -> Header? {
        let notice = range.lowerBound..<noticeEnd
        var decision = HeaderField<CalendarDate>()
        var parts = [notice]
        if let label = words.first(dated, in: notice), words.isCapitalized(label),
            words.mark(after: label)?.byte == UInt8(ascii: ":")
        {
            decision = date(words, at: label + 1)
            decision.label = words[label].range
            // Its date belongs to no label of a table, which stands before or after it.
            parts = [range.lowerBound..<label, min(label + 2, noticeEnd)..<noticeEnd]
        }
        let table = parts.lazy.compactMap { HeaderTable.read(words, in: $0)?.header }.first
        var header = table ?? Header()
        if header.decision.label == nil { header.decision = decision }
        // A sentence is no label of a header table.
        if header.urDenial.label == nil, let label = words.first(denialDated, in: noticeEnd..<range.upperBound) {
            header.urDenial = date(words, at: label + denialDated.count)
        }
        return header == Header() ? nil : header
    }

    private static func date(_ words: Words, at index: Int) -> HeaderField<CalendarDate> {
        var field = HeaderField<CalendarDate>()
        if let date = DateReading.date(in: words, at: index), date.year != nil {
            field.value = date.date.map { Located($0, at: date.range) }
            field.invalid = date.date == nil ? date.range : nil
        }
        return field
    }

    private static func items(_ words: Words, in range: Range<Int>) -> [Item] {
        var items: [Item] = []
        let starts = words.all(statement, in: range).map { $0 + statement.count }
        for (position, start) in starts.enumerated() {
            let next = position + 1 < starts.count ? starts[position + 1] - statement.count : range.upperBound
            let limit = min(next, start + longest)
            guard start < limit else { continue }
            let (treatmentEnd, decision) = decision(words, in: start..<limit)
            let last = max(start, treatmentEnd - 1)
            let treatment = ByteRange(words.startWithMarks(of: start), words.endWithMarks(of: last))
            let text = Folding.bytes(words.text, treatment)
            if items.contains(where: { Folding.bytes(words.text, $0.treatment) == text }) { continue }
            items.append(
                Item(
                    number: items.count + 1, treatment: treatment, requestInDispute: treatment,
                    isPartlyAuthorized: false, decision: decision, claimsAdministratorGuideline: nil,
                    reviewerGuideline: nil, rationale: nil))
        }
        return items
    }

    /// Where the treatment ends, and the decision that its verb introduces.
    private static func decision(_ words: Words, in range: Range<Int>) -> (Int, Located<Decision>?) {
        let end =
            range.first { words.endsSentence(after: $0) && words.gap(before: $0 + 1) == .paragraph }
            .map { $0 + 1 } ?? range.upperBound
        let found = words.first(necessary, in: range)
        let joined = words.first(notNecessary, in: range)
        guard let found = [found, joined].compactMap(\.self).min(),
            let verb = (range.lowerBound..<found).last(where: { verbs.contains(words[$0].key) }), found - verb <= 2
        else { return (min(end, range.upperBound), nil) }
        let isNegated = found == joined || (verb..<found).contains { words[$0].key == not }
        var last = found + necessary.count
        if words.matches(appropriate, at: last), last + appropriate.count <= range.upperBound {
            last += appropriate.count
        }
        return (verb, Located(isNegated ? .upheld : .overturned, at: words.bytes(verb..<last)))
    }
}
