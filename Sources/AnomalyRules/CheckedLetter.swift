package import Determinations
package import LetterReading

/// One letter as the rules see it: what was read, the words it was read from, and what is known from elsewhere.
package struct CheckedLetter: Sendable {
    /// The words of the whole text.
    package let words: Words
    /// What was read.
    package let determination: Determination
    /// How many letters stand in the file; 1, nearly always.
    package let lettersInFile: Int
    /// Which of the letters in the file it is, from 1; what concerns the whole file is told with the first.
    package let numberInFile: Int
    /// What shows that the text is not what was written.
    package let damage: [TextDamage]
    /// Whether the text was read from pictures by OCR, which loses full stops and blanks: rules do not judge by single ones then.
    package let isRecognized: Bool
    /// The titles of the sections that the letter's layout has, in its order.
    package let sectionTitles: [String]
    /// Whether it is known which fields the header of the letter's layout has.
    let establishesHeader: Bool
    /// Whether it is known how the letter's layout writes items and decisions.
    let establishesItems: Bool
    /// Whether it is known how the letter's layout labels guidelines and rationales.
    let establishesGrounds: Bool
    /// Today, for dates that lie in the future.
    package let today: CalendarDate
    /// What is known of earlier letters.
    package let history: LetterHistory
    /// The items with what their rationales conclude, in their order.
    package let items: [CheckedItem]
    /// The indices of the words of this letter.
    let extent: Range<Int>
    /// Places in the letter that rules ask for.
    let landmarks: Landmarks
    /// The indices of the words of the case summary; empty when there is none.
    let summary: Range<Int>
    /// The facts that the case summary states.
    let facts: SummaryFacts
    /// The dates in the case summary.
    let summaryDates: [DateText]
    /// The dates in the rationales.
    let rationaleDates: [DateText]
    /// Data that identifies a person; no text that leaves this type shows it.
    let identifyingData: [(kind: IdentifyingData.Kind, range: ByteRange)]

    /// A letter to be checked.
    package init(
        words: Words, determination: Determination, today: CalendarDate, history: LetterHistory,
        numberInFile: Int = 1, lettersInFile: Int = 1, damage: [TextDamage] = [],
        isRecognized: Bool = false
    ) {
        self.words = words
        self.determination = determination
        self.today = today
        self.history = history
        self.numberInFile = numberInFile
        self.lettersInFile = lettersInFile
        self.damage = damage
        self.isRecognized = isRecognized
        let layout = LetterReader.layouts.first { $0.layout == determination.layout }
        sectionTitles = layout?.sectionTitles ?? []
        establishesHeader = layout?.establishesHeader ?? true
        establishesItems = layout?.establishesItems ?? true
        establishesGrounds = layout?.establishesGrounds ?? true
        let extent = words.indices(in: determination.extent)
        let landmarks = Landmarks(words, in: extent)
        let items = determination.items.map { CheckedItem($0, in: words) }
        self.extent = extent
        self.landmarks = landmarks
        self.items = items
        summary = determination.summary.map(words.indices) ?? 0..<0
        facts = determination.summary.map { SummaryReader.read($0, in: words) } ?? SummaryFacts()
        summaryDates = landmarks.dates(in: words, summary)
        rationaleDates = items.flatMap { landmarks.dates(in: words, $0.rationale) }
        identifyingData = IdentifyingData(words: words, extent: extent, landmarks: landmarks).all()
    }

    /// The case summary and the rationales: all text that a reviewer wrote freely.
    var narrative: [Range<Int>] { [summary] + items.map(\.rationale) }

    /// The folded text of a range, with a bullet for every letter and digit of identifying data.
    package func string(_ range: ByteRange) -> String {
        let hidden = identifyingData.filter { $0.range.start < range.end && range.start < $0.range.end }
        if hidden.isEmpty { return Folding.string(words.text, range) }
        var text = Array(words.text[range.start..<range.end])
        for (_, place) in hidden {
            for offset in max(place.start, range.start)..<min(place.end, range.end)
            where CheckedLetter.identifies(words.text[offset]) { text[offset - range.start] = CheckedLetter.hiddenByte }
        }
        let folded = Folding.string(text, ByteRange(0, text.count))
        return String(folded.map { $0 == CheckedLetter.hidden ? "•" : $0 })
    }

    private static let hidden: Character = "\u{1}"
    private static let hiddenByte: UInt8 = 1

    /// Letters and digits; of other scripts every byte.
    private static func identifies(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
    }

    /// A range with its line number and a quotation of at most 160 bytes.
    func evidence(_ range: ByteRange) -> Evidence {
        Evidence(range: range, line: words.line(at: range.start), quote: quote(range))
    }

    /// The folded text of a range, cut in its middle when it is long.
    func quote(_ range: ByteRange, most: Int = 160) -> String {
        let text = string(range)
        if text.utf8.count <= most { return text }
        let half = (most - 3) / 2
        var head = String(text.unicodeScalars.prefix(half))
        while head.utf8.count > half { head.unicodeScalars.removeLast() }
        var tail = String(text.unicodeScalars.suffix(half))
        while tail.utf8.count > half { tail.unicodeScalars.removeFirst() }
        return head + "…" + tail
    }

    /// The last stretch of a range, to show how it ends; it begins behind a blank, never within a date or a dose.
    func tail(of range: ByteRange, bytes: Int = 60) -> ByteRange {
        let passage = Folding.trimmed(words.text, range)
        var start = max(passage.start, passage.end - bytes)
        while start > passage.start, !Folding.isWhite(words.text[start - 1]) { start -= 1 }
        return Folding.trimmed(words.text, ByteRange(start, passage.end))
    }
}

/// What is known of letters that were filed before, as values.
package struct LetterHistory: Hashable, Sendable {
    /// An earlier letter of the same case.
    package struct EarlierLetter: Hashable, Sendable {
        /// When it arrived.
        package let arrival: ArrivalIdentifier
        /// The path below the archive.
        package let path: String
        /// The SHA-256 of its folded text, as hexadecimal digits.
        package let textHash: String
        /// Its items: folded request in dispute, and the decision.
        package let items: [(request: String, decision: Decision)]

        /// An earlier letter.
        package init(
            arrival: ArrivalIdentifier, path: String, textHash: String, items: [(request: String, decision: Decision)]
        ) {
            self.arrival = arrival
            self.path = path
            self.textHash = textHash
            self.items = items
        }

        /// Letters are the same when their arrivals are.
        package static func == (left: EarlierLetter, right: EarlierLetter) -> Bool { left.arrival == right.arrival }

        /// Hashes the arrival.
        package func hash(into hasher: inout Hasher) { hasher.combine(arrival) }
    }

    /// The path of an earlier letter with the same bytes or the same folded text; nil when there is none.
    package var sameLetter: String?
    /// Earlier letters of the same case.
    package var sameCase: [EarlierLetter]

    /// Nothing is known.
    package static let empty = LetterHistory(sameLetter: nil, sameCase: [])

    /// What is known.
    package init(sameLetter: String?, sameCase: [EarlierLetter]) {
        self.sameLetter = sameLetter
        self.sameCase = sameCase
    }
}
