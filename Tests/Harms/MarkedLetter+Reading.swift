import Determinations
package import LetterGenerator
package import LetterReading

extension MarkedLetter {
    /// A real letter: the places of its parts are those that the reader finds, which other tests hold against the truth.
    package init(_ read: ReadLetters) {
        let text = read.words.text
        var places: [Part: [ByteRange]] = [:]
        guard let determination = read.determinations.first else {
            self.init(text: text, places: places, itemCount: 0)
            return
        }
        if let header = determination.header {
            for line in HeaderLine.allCases {
                let (label, value) = line.ranges(in: header)
                places[.headerValue(line)] = value.map { [$0] }
                guard let label else { continue }
                // The value of a label that wraps stands between its two words.
                if let value, label.contains(value) {
                    places[.headerLabel(line)] = [ByteRange(label.start, value.start), ByteRange(value.end, label.end)]
                } else {
                    places[.headerLabel(line)] = [label]
                }
            }
        }
        for section in determination.sections {
            guard let index = MarkedLetter.sectionIndex(section.title) else { continue }
            places[.sectionHeading(index)] = [section.heading]
        }
        places[.credentials] = determination.reviewer.range.map { [$0] }
        if let summary = determination.summary {
            places[.summary] = [summary]
            let injury = determination.header?.injury.value?.value
            let dates = DateReading.dates(in: read.words, summary).filter { injury != nil && $0.date == injury }
            if !dates.isEmpty { places[.injuryDate] = dates.map(\.range) }
        }
        for (index, item) in determination.items.enumerated() {
            places[.treatment(index)] = [item.treatment]
            places[.decision(index)] = item.decision.map { [$0.range] }
            let parts = [
                (item.claimsAdministratorGuideline, "Claims", Part.claimsLabel(index), Part.claimsGuideline(index)),
                (item.reviewerGuideline, "MAXIMUS", .reviewerLabel(index), .reviewerGuideline(index)),
                (item.rationale, "Decision", .rationaleLabel(index), .rationale(index)),
            ]
            for (range, firstWord, label, part) in parts {
                guard let range else { continue }
                places[part] = [range]
                places[label] = MarkedLetter.label(firstWord, before: range.start, text).map { [$0] }
            }
        }
        self.init(text: text, places: places, itemCount: determination.items.count)
    }

    /// Which of the three sections of L4 a title stands for; nil for one that only other layouts have.
    private static func sectionIndex(_ title: String) -> Int? {
        let title = title.uppercased()
        if title.hasSuffix("CASE SUMMARY") { return 1 }
        if title.hasPrefix("IMR ") { return 2 }
        return LetterMaker.sectionTitles.firstIndex(of: title)
    }

    /// The label that stands before an offset and starts with a word.
    private static func label(_ firstWord: String, before offset: Int, _ text: [UInt8]) -> ByteRange? {
        let wanted = Array(firstWord.utf8)
        let colon = text[..<offset].lastIndex(of: 0x3A) ?? offset
        for start in stride(from: colon, to: max(0, colon - 60), by: -1)
        where start + wanted.count <= text.count && text[start..<(start + wanted.count)].elementsEqual(wanted) {
            return ByteRange(start, colon + 1)
        }
        return nil
    }
}

extension HeaderLine {
    /// The label and the value of a header's field.
    func ranges(in header: Header) -> (label: ByteRange?, value: ByteRange?) {
        switch self {
        case .caseNumber: (header.caseNumber.label, header.caseNumber.value?.range)
        case .priority: (header.priority.label, header.priority.value?.range)
        case .assigned, .injury, .decision, .urDenial, .applicationReceived:
            (field(of: header)?.label, field(of: header)?.value?.range)
        }
    }
}
