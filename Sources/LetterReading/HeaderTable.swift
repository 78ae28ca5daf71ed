import Determinations

/// Reads the header table, in whatever order an extraction left its labels and values.
///
/// - Where each value follows its label (tables extracted with their layout), it belongs to that label.
/// - Where a run of labels is followed by a run of as many values of the right kinds, they belong together in order.
/// - Where the whole table has one value for each label but in mixed order, the values are those of the two columns read
///   one after the other.
/// - Otherwise a value whose label cannot be told is left out: nothing is guessed.
enum HeaderTable {
    private enum Field: Int, CaseIterable {
        // The order of the two columns, the left one first.
        case caseNumber, assigned, decision, priority, injury, urDenial, applicationReceived

        var isDate: Bool { self != .caseNumber && self != .priority }
    }

    private enum Token {
        case label(Field, ByteRange)
        case value(Value)
    }

    private struct Value {
        enum Content {
            case caseNumber(CaseNumber?)
            case priority(Priority)
            case date(CalendarDate?)
        }
        let content: Content
        let range: ByteRange

        func fits(_ field: Field) -> Bool {
            switch content {
            case .caseNumber: field == .caseNumber
            case .priority: field == .priority
            case .date: field.isDate
            }
        }
    }

    private static let labels: [(Field, String)] = [
        (.caseNumber, "case number"), (.assigned, "date assigned"), (.injury, "date of injury"),
        (.decision, "decision date"), (.urDenial, "ur denial date"), (.priority, "priority"),
        (.applicationReceived, "application received"), (.urDenial, "date of ur decision"),
    ]
    private static let labelTable = PhraseTable(labels)
    private static let labelPhrases = labels.map { Phrase($0.1) }
    private static let application = Word.key(of: "application")
    private static let received = Word.key(of: "received")
    private static let priorities = Priority.allCases.map { (key: Word.key(of: $0.rawValue), priority: $0) }
    private static let colon = UInt8(ascii: ":")

    /// Whether at least two of the labels stand in a range of words.
    static func hasLabels(_ words: Words, in range: Range<Int>) -> Bool {
        var seen = 0
        for phrase in labelPhrases {
            guard let found = words.first(phrase, in: range) else { continue }
            if words.mark(after: found + phrase.count - 1)?.byte == colon { seen += 1 }
            if seen == 2 { return true }
        }
        return false
    }

    /// The header in a range of words; nil when fewer than two of its labels stand there.
    static func read(_ words: Words, in range: Range<Int>) -> (header: Header, isPairedByOrder: Bool)? {
        let tokens = tokens(words, in: range)
        var header = Header()
        var labelCount = 0
        for case .label(let field, let range) in tokens {
            labelCount += 1
            setLabel(range, of: field, in: &header)
        }
        guard labelCount >= 2 else { return nil }
        if let pairs = adjacentPairs(tokens) {
            for (field, value) in pairs { assign(value, to: field, in: &header) }
            markUnreadable(words, tokens, in: range, &header)
            return (header, false)
        }
        for (field, value) in pairsInOrder(tokens) { assign(value, to: field, in: &header) }
        return (header, true)
    }

    /// The first word of the header table that ends where a letter's first heading starts; the heading itself without one.
    static func start(_ words: Words, before heading: Int, notBefore lowest: Int) -> Int {
        // A table has some 30 words; a longer way back would reach into the letter before.
        let nearest = max(lowest, heading - 45)
        return words.first(labelPhrases[0], in: nearest..<heading) ?? heading
    }

    // MARK: Tokens

    private static func tokens(_ words: Words, in range: Range<Int>) -> [Token] {
        var tokens: [Token] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let (field, length) = label(words, at: index) {
                let last = index + length - 1
                tokens.append(.label(field, ByteRange(Int(words[index].start), Int(words[last].end))))
                index += length
            } else if let (value, length) = value(words, at: index) {
                tokens.append(.value(value))
                index += length
            } else {
                index += 1
            }
        }
        return tokens
    }

    /// A label: its words and a colon. `Application Received:` wraps, and its value may stand between its two words.
    private static func label(_ words: Words, at index: Int) -> (Field, Int)? {
        if let (field, count) = labelTable.match(words, at: index, before: words.count) {
            return words.mark(after: index + count - 1)?.byte == colon ? (field, count) : nil
        }
        guard words[index].key == application, words.isCapitalized(index) else { return nil }
        return (index + 1...index + 4).contains { $0 < words.count && words[$0].key == received }
            ? (.applicationReceived, 1) : nil
    }

    private static func value(_ words: Words, at index: Int) -> (Value, Int)? {
        let word = words[index]
        let start = Int(word.start)
        if let date = DateReading.date(in: words, at: index), date.year != nil {
            return (Value(content: .date(date.date), range: date.range), date.wordCount)
        }
        let bytes = words.text[start..<Int(word.end)]
        if bytes.count >= 3, bytes[start] | 0x20 == 0x63, bytes[start + 1] | 0x20 == 0x6D, bytes[start + 2] &- 0x30 < 10
        {
            return caseNumber(words, at: index)
        }
        if let priority = priorities.first(where: { $0.key == word.key })?.priority {
            return (Value(content: .priority(priority), range: word.range), 1)
        }
        return nil
    }

    /// `CM16-0213037`: two digits, a hyphen, seven digits of which one is not zero. Anything else that starts like it is
    /// taken as an invalid case number.
    private static func caseNumber(_ words: Words, at index: Int) -> (Value, Int) {
        let word = words[index]
        let start = Int(word.start)
        guard word.end - word.start == 4, index + 1 < words.count, words.text[Int(word.end)] == 0x2D,
            words[index + 1].start == word.end + 1
        else { return (Value(content: .caseNumber(nil), range: word.range), 1) }
        let range = ByteRange(start, Int(words[index + 1].end))
        let digits = words.text[(start + 2)..<(start + 4)]
        guard digits.allSatisfy({ $0 &- 0x30 < 10 }), range.count == 12, let serial = words.number(index + 1),
            serial > 0
        else { return (Value(content: .caseNumber(nil), range: range), 2) }
        let year = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return (Value(content: .caseNumber(CaseNumber(year: year, serial: serial)), range: range), 2)
    }

    // MARK: Pairing

    /// Label and value side by side: no two values follow one another.
    private static func adjacentPairs(_ tokens: [Token]) -> [(Field, Value)]? {
        var pairs: [(Field, Value)] = []
        var pending: Field?
        for token in tokens {
            switch token {
            case .label(let field, _): pending = field
            case .value(let value):
                guard let field = pending else { return nil }
                if value.fits(field) { pairs.append((field, value)) }
                pending = nil
            }
        }
        return pairs
    }

    private static func pairsInOrder(_ tokens: [Token]) -> [(Field, Value)] {
        var pairs: [(Field, Value)] = []
        var fields: [Field] = []
        var values: [Value] = []
        var allFields: [Field] = []
        var allValues: [Value] = []
        var isSure = true
        func closeRun() {
            if fields.count == values.count, zip(fields, values).allSatisfy({ $1.fits($0) }) {
                pairs += zip(fields, values)
            } else {
                isSure = false
            }
            fields = []
            values = []
        }
        for token in tokens {
            switch token {
            case .label(let field, _):
                if !values.isEmpty { closeRun() }
                fields.append(field)
                allFields.append(field)
            case .value(let value):
                values.append(value)
                allValues.append(value)
            }
        }
        closeRun()
        if isSure { return pairs }
        let whole = Array(zip(Field.allCases, allValues))
        if allValues.count == Field.allCases.count, Set(allFields).count == Field.allCases.count,
            whole.allSatisfy({ $1.fits($0) })
        {
            return whole
        }
        return allValues.compactMap { value in
            switch value.content {
            case .caseNumber: (.caseNumber, value)
            case .priority: (.priority, value)
            case .date: nil
            }
        }
    }

    // MARK: Assigning

    private static func setLabel(_ range: ByteRange, of field: Field, in header: inout Header) {
        switch field {
        case .caseNumber: header.caseNumber.label = range
        case .assigned: header.assigned.label = range
        case .decision: header.decision.label = range
        case .priority: header.priority.label = range
        case .injury: header.injury.label = range
        case .urDenial: header.urDenial.label = range
        case .applicationReceived: header.applicationReceived.label = range
        }
    }

    private static func assign(_ value: Value, to field: Field, in header: inout Header) {
        switch value.content {
        case .caseNumber(let number): fill(&header.caseNumber, number, value.range)
        case .priority(let priority): fill(&header.priority, priority, value.range)
        case .date(let date):
            switch field {
            case .assigned: fill(&header.assigned, date, value.range)
            case .decision: fill(&header.decision, date, value.range)
            case .injury: fill(&header.injury, date, value.range)
            case .urDenial: fill(&header.urDenial, date, value.range)
            case .applicationReceived: fill(&header.applicationReceived, date, value.range)
            case .caseNumber, .priority: break
            }
        }
    }

    private static func fill<Content>(_ field: inout HeaderField<Content>, _ value: Content?, _ range: ByteRange) {
        guard field.value == nil, field.invalid == nil else { return }
        if let value { field.value = Located(value, at: range) } else { field.invalid = range }
    }

    /// Side by side, what stands between a label and the next token but is no value is shown as the invalid value.
    private static func markUnreadable(
        _ words: Words, _ tokens: [Token], in range: Range<Int>, _ header: inout Header
    ) {
        for (position, token) in tokens.enumerated() {
            guard case .label(let field, let label) = token, !isRead(field, in: header) else { continue }
            var end = range.upperBound < words.count ? Int(words[range.upperBound].start) : words.text.count
            if position + 1 < tokens.count {
                switch tokens[position + 1] {
                case .label(_, let next): end = next.start
                case .value(let value): end = value.range.start
                }
            }
            var start = label.end
            while start < end, Folding.isWhite(words.text[start]) || words.text[start] == colon { start += 1 }
            let found = Folding.trimmed(words.text, ByteRange(start, end))
            // `Application` wraps: its second word stands where a value would.
            if !found.isEmpty, field != .applicationReceived { setInvalid(found, of: field, in: &header) }
        }
    }

    private static func isRead(_ field: Field, in header: Header) -> Bool {
        switch field {
        case .caseNumber: header.caseNumber.value != nil || header.caseNumber.invalid != nil
        case .assigned: header.assigned.value != nil || header.assigned.invalid != nil
        case .decision: header.decision.value != nil || header.decision.invalid != nil
        case .priority: header.priority.value != nil || header.priority.invalid != nil
        case .injury: header.injury.value != nil || header.injury.invalid != nil
        case .urDenial: header.urDenial.value != nil || header.urDenial.invalid != nil
        case .applicationReceived:
            header.applicationReceived.value != nil || header.applicationReceived.invalid != nil
        }
    }

    private static func setInvalid(_ range: ByteRange, of field: Field, in header: inout Header) {
        switch field {
        case .caseNumber: header.caseNumber.invalid = range
        case .assigned: header.assigned.invalid = range
        case .decision: header.decision.invalid = range
        case .priority: header.priority.invalid = range
        case .injury: header.injury.invalid = range
        case .urDenial: header.urDenial.invalid = range
        case .applicationReceived: header.applicationReceived.invalid = range
        }
    }
}
