package import Determinations

/// Reads what the heading of an item says about the treatment.
///
/// - Quantities, frequencies, strengths, forms, refills and drugs are those of the request in dispute.
/// - Where it names no side, body part or level, those of the original request are taken.
/// - Retrospective, dates of service and "Associated surgical service" are looked for in the whole heading.
package enum ItemAttributeReader {
    private static let forms: PhraseTable<DoseForm> = PhraseTable([
        (.tablet, "tablet, tablets, tab, tabs"), (.capsule, "capsule, capsules, cap, caps"),
        (.ointment, "ointment, oint"), (.patch, "patch, patches"), (.gel, "gel"), (.suspension, "suspension, susp"),
        (.cream, "cream, creme"), (.lotion, "lotion"), (.solution, "solution"), (.spray, "spray"), (.syrup, "syrup"),
        (.suppository, "suppository, suppositories"), (.drops, "drops"), (.powder, "powder"),
    ])
    private static let refills: PhraseTable<Bool> = PhraseTable([(true, "refill, refills")])
    private static let times: PhraseTable<Bool> = PhraseTable([(true, "x, times")])
    private static let retrospective: PhraseTable<Bool> = PhraseTable([
        (true, "retrospective, retrospectively, retro, dos, date of service, dates of service, date s of service")
    ])
    private static let serviceDateLabels: PhraseTable<Bool> = PhraseTable([
        (true, "dos, date of service, dates of service, date s of service")
    ])
    private static let associated = Phrase("associated surgical service")
    private static let associatedPlural = Phrase("associated surgical services")
    private static let renderedOn: PhraseTable<Bool> = PhraseTable([
        (true, "on, for, performed, done, rendered, between, provided, through")
    ])

    /// The attributes of an item.
    package static func read(_ item: Item, in words: Words) -> ItemAttributes {
        let disputed = words.indices(in: item.requestInDispute)
        var attributes = ItemAttributes()
        readService(item, words, &attributes)
        attributes.drugs = DrugNames.all(words, in: disputed)
        readAmounts(words, in: disputed, &attributes)
        readBody(item, words, &attributes)
        (attributes.category, attributes.kind) = RequestCategoryReader.read(words, in: disputed, attributes: attributes)
        return attributes
    }

    /// The sides, body parts and levels of the spine alone, for those who need no more of an item.
    package static func body(_ item: Item, in words: Words) -> ItemAttributes {
        var attributes = ItemAttributes()
        readBody(item, words, &attributes)
        return attributes
    }

    /// Whether and when the service was rendered already, and "Associated surgical service", alone.
    package static func service(_ item: Item, in words: Words) -> ItemAttributes {
        var attributes = ItemAttributes()
        readService(item, words, &attributes)
        return attributes
    }

    private static func readService(_ item: Item, _ words: Words, _ attributes: inout ItemAttributes) {
        let whole = words.indices(in: item.treatment)
        readServiceDates(words, in: whole, &attributes)
        if let first = words.first(associated, in: whole) ?? words.first(associatedPlural, in: whole) {
            attributes.associatedSurgicalService = words.range(of: associated, at: first)
        }
    }

    private static func readBody(_ item: Item, _ words: Words, _ attributes: inout ItemAttributes) {
        readBody(words, in: words.indices(in: item.requestInDispute), &attributes)
        if item.isPartlyAuthorized {
            readBody(words, in: original(words, words.indices(in: item.treatment)), &attributes)
        }
    }

    /// The original request: what stands before "was the original request".
    private static func original(_ words: Words, _ whole: Range<Int>) -> Range<Int> {
        let end = HeadingBounds.formulaStarts.compactMap { words.first($0, in: whole) }.min() ?? whole.lowerBound
        return whole.lowerBound..<end
    }

    /// Sides, parts and levels, as far as nothing was found before.
    private static func readBody(_ words: Words, in range: Range<Int>, _ attributes: inout ItemAttributes) {
        if attributes.sides.isEmpty { attributes.sides = BodyTerms.sides(words, in: range) }
        if attributes.bodyParts.isEmpty { attributes.bodyParts = BodyTerms.bodyParts(words, in: range) }
        guard attributes.spinalLevels.isEmpty else { return }
        var index = range.lowerBound
        while index < range.upperBound {
            if let (levels, next) = BodyTerms.spinalLevels(words, at: index, before: range.upperBound) {
                attributes.spinalLevels += levels
                index = next
            } else {
                index += 1
            }
        }
    }

    // MARK: Amounts

    /// The quantities, frequencies, strengths, forms, refills and drugs named in a range of words, wherever it stands.
    package static func amounts(_ words: Words, in range: Range<Int>) -> ItemAttributes {
        var attributes = ItemAttributes()
        readAmounts(words, in: range, &attributes)
        return attributes
    }

    private static func readAmounts(_ words: Words, in range: Range<Int>, _ attributes: inout ItemAttributes) {
        let limit = range.upperBound
        var index = range.lowerBound
        while index < limit {
            if let form = forms[words[index].key] { attributes.forms.append(Located(form, at: words[index].range)) }
            if let date = DateReading.date(in: words, at: index), date.range.end <= Int(words[limit - 1].end) {
                index += date.wordCount
            } else if let (_, next) = BodyTerms.spinalLevels(words, at: index, before: limit) {
                index = next
            } else if let (refills, next) = refills(words, at: index, before: limit) {
                attributes.refills = attributes.refills ?? refills
                index = next
            } else if let (strength, next) = StrengthReading.read(words, at: index, before: limit) {
                attributes.strengths.append(strength)
                index = next
            } else if !isCounted(words, index),
                let (frequency, next) = FrequencyReading.read(words, at: index, before: limit)
            {
                attributes.frequencies.append(frequency)
                index = next
            } else if let (quantity, next) = QuantityReading.read(words, at: index, in: range) {
                attributes.quantities.append(quantity)
                index = next
            } else {
                index += 1
            }
        }
    }

    /// Whether a number sign stands before a word: what follows is a quantity, whatever else it looks like.
    private static func isCounted(_ words: Words, _ index: Int) -> Bool {
        words.follows(UInt8(ascii: "#"), at: index)
    }

    /// `2 refills`, `refills: 3`, `refill x 2`, `x 2 refills`, `refills #1`.
    private static func refills(_ words: Words, at index: Int, before limit: Int) -> (Located<Int>, Int)? {
        var start = index
        if times[words[index].key] ?? false { start += 1 }
        if let number = Numeral.read(words, at: start, before: limit), number.suffix == nil, let count = number.small {
            let next = number.words.upperBound
            guard next < limit, refills[words[next].key] ?? false else { return nil }
            return (Located(count, at: ByteRange(Int(words[index].start), Int(words[next].end))), next + 1)
        }
        guard refills[words[index].key] ?? false, index + 1 < limit else { return nil }
        if let glued = FrequencyReading.gluedTimes(words, at: index + 1, before: limit) {
            return (Located(glued, at: words.bytes(index..<index + 2)), index + 2)
        }
        let after = times[words[index + 1].key] ?? false ? index + 2 : index + 1
        guard let number = Numeral.read(words, at: after, before: limit), number.suffix == nil, let count = number.small
        else { return nil }
        return (Located(count, at: ByteRange(Int(words[index].start), number.range.end)), number.words.upperBound)
    }

    // MARK: Services already rendered

    /// "Retrospective", and the days of service: dates after "DOS" or "date of service", or after "on", "for" and the like where
    /// the request is retrospective. The date of an order or of a report is none.
    private static func readServiceDates(_ words: Words, in range: Range<Int>, _ attributes: inout ItemAttributes) {
        var labelEnd: Int?
        retrospective.all(words, in: range) { _, place in
            attributes.retrospective = attributes.retrospective ?? words.bytes(place)
        }
        guard attributes.retrospective != nil else { return }
        serviceDateLabels.all(words, in: range) { _, place in labelEnd = labelEnd ?? place.upperBound }
        var previousEnd: Int?
        var index = range.lowerBound
        while index < range.upperBound {
            guard let date = DateReading.date(in: words, at: index) else {
                index += 1
                continue
            }
            let isLabelled = labelEnd.map { $0 <= index } ?? false
            let isRendered = index > range.lowerBound && renderedOn[words[index - 1].key] ?? false
            let isNext = previousEnd.map { index - $0 <= 1 } ?? false
            if isLabelled || isRendered || isNext, let day = date.date {
                attributes.serviceDates.append(Located(day, at: date.range))
                previousEnd = index + date.wordCount
            }
            index += date.wordCount
        }
    }
}
