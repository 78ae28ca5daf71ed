package import Determinations
package import LetterGenerator
package import LetterReading

/// Compares what was read with what an invented letter says.
package enum ReadingDifferences {
    /// One line for each difference; none when the letter was read exactly.
    package static func lines(_ read: ReadLetters, _ truth: LetterTruth, isHeaderLost: Bool) -> [String] {
        guard read.determinations.count == 1 else { return ["letters: read \(read.determinations.count), truth 1"] }
        let determination = read.determinations[0]
        var lines: [String] = []
        func compare(_ what: String, _ found: String?, _ expected: String?) {
            if found != expected { lines.append("\(what): read <\(found ?? "nil")>, truth <\(expected ?? "nil")>") }
        }
        func text(_ range: ByteRange?) -> String? { range.map { Folding.string(read.words.text, $0) } }
        func list(_ ranges: [ByteRange]) -> String { ranges.compactMap(text).joined(separator: "|") }

        let header = determination.header
        let truths = isHeaderLost ? [:] : truth.header
        compare("case number", header?.caseNumber.value?.value.description, truths[.caseNumber])
        compare("priority", header?.priority.value?.value.rawValue, truths[.priority])
        for line in HeaderLine.dates {
            let expected = truths.isEmpty ? nil : truth.dates[line]?.description
            compare(line.rawValue, line.field(of: header)?.value?.value.description, expected)
        }
        compare("states", list(determination.reviewer.licensure), truth.licensure.joined(separator: "|"))
        compare("specialties", list(determination.reviewer.certifications), truth.certifications.joined(separator: "|"))
        compare(
            "sections", determination.sections.map(\.title).joined(separator: "|"),
            LetterMaker.sectionTitles.joined(separator: "|"))
        compare("summary", text(determination.summary), truth.summary)
        compare("items", "\(determination.items.count)", "\(truth.items.count)")
        for (item, truth) in zip(determination.items, truth.items) {
            compare("item \(item.number) treatment", text(item.treatment), truth.treatment)
            compare("item \(item.number) request", text(item.requestInDispute), truth.requestInDispute)
            compare("item \(item.number) partly", "\(item.isPartlyAuthorized)", "\(truth.isPartlyAuthorized)")
            compare("item \(item.number) decision", item.decision?.value.rawValue, truth.decision.rawValue)
            compare("item \(item.number) claims", text(item.claimsAdministratorGuideline), truth.claimsGuideline)
            compare("item \(item.number) reviewer", text(item.reviewerGuideline), truth.reviewerGuideline)
            compare("item \(item.number) rationale", text(item.rationale), truth.rationale)
        }
        return lines
    }
}

extension HeaderLine {
    /// The date field of a header that this line is; nil for a line that holds no date.
    package func field(of header: Header?) -> HeaderField<CalendarDate>? {
        switch self {
        case .assigned: header?.assigned
        case .injury: header?.injury
        case .decision: header?.decision
        case .urDenial: header?.urDenial
        case .applicationReceived: header?.applicationReceived
        case .caseNumber, .priority: nil
        }
    }
}
