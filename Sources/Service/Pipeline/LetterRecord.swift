import AnomalyRules
import Determinations
import LetterReading
import LetterText
import Records

/// The object that says everything about one letter: `imrd check --json` prints it, records.jsonl keeps it.
///
/// `{"file","sha256","bytes","mediaType","layout","reading","determination","findings"}`; absent values are null, dates are
/// ISO 8601, texts have their white space folded.
package enum LetterRecord {
    /// The members for a letter, in their order.
    static func members(of letter: AssessedLetter, bytes: Int, findings: [Finding]) -> [JSON.Member] {
        [
            JSON.Member("sha256", .string(hexadecimal(letter.sha256))), JSON.Member("bytes", .integer(bytes)),
            JSON.Member("mediaType", .string(letter.text.mediaType.rawValue)),
            JSON.Member("layout", .optional(letter.determinations.first?.layout.rawValue)),
            JSON.Member("reading", reading(letter)), JSON.Member("determination", letter.determination),
            JSON.Member("findings", .array(findings.map(\.json))),
        ] + further(letter)
    }

    /// Where several letters stand in one file, what the others say.
    private static func further(_ letter: AssessedLetter) -> [JSON.Member] {
        let others = Array(letter.records.dropFirst())
        return others.isEmpty ? [] : [JSON.Member("furtherDeterminations", .array(others))]
    }

    /// The members for a file that is no letter.
    static func members(of file: HeldFile, bytes: Int) -> [JSON.Member] {
        [
            JSON.Member("sha256", .string(hexadecimal(file.sha256))), JSON.Member("bytes", .integer(bytes)),
            JSON.Member("mediaType", .string(file.mediaType.rawValue)), JSON.Member("layout", .null),
            JSON.Member("reading", .null), JSON.Member("determination", .null),
            JSON.Member("findings", .array([file.finding.json])),
        ]
    }

    /// How the text was got and read.
    private static func reading(_ letter: AssessedLetter) -> JSON {
        let provenance = letter.determinations.first?.provenance
        return .object([
            "encoding": .optional(letter.text.encoding?.rawValue), "textIsOriginal": .bool(letter.text.isOriginal),
            "ocr": .bool(letter.text.isRecognized), "pages": .integer(letter.text.pageCount),
            "letters": .integer(letter.determinations.count),
            "doubleSpaced": .bool(provenance?.isDoubleSpaced ?? false),
            "headerPairedByOrder": .bool(provenance?.isHeaderPairedByOrder ?? false),
        ])
    }

    /// What the letter says, with a bullet for every letter and digit of identifying data.
    static func determination(_ letter: CheckedLetter) -> JSON {
        let determination = letter.determination
        func text(_ range: ByteRange?) -> JSON { .optional(range.map(letter.string)) }
        func date(_ field: HeaderField<CalendarDate>?) -> JSON { .optional(field?.value?.value.description) }
        let header = determination.header
        return .object([
            "caseNumber": .optional(determination.caseNumber?.description),
            "priority": .optional(header?.priority.value?.value.rawValue),
            "dates": .object([
                "assigned": date(header?.assigned), "injury": date(header?.injury), "decision": date(header?.decision),
                "urDenial": date(header?.urDenial), "applicationReceived": date(header?.applicationReceived),
            ]),
            "reviewer": .object([
                "licensure": .array(determination.reviewer.licensure.map(text)),
                "certifications": .array(determination.reviewer.certifications.map(text)),
            ]),
            "summary": summary(letter),
            "items": .array(determination.items.map { item($0, letter) }),
        ])
    }

    private static func summary(_ letter: CheckedLetter) -> JSON {
        guard let range = letter.determination.summary else {
            return .object(["text": .null, "age": .null, "sex": .null, "injuryDates": .array([])])
        }
        let facts = SummaryReader.read(range, in: letter.words)
        return .object([
            "text": .string(letter.string(range)), "age": .optional(facts.age),
            "sex": .optional(facts.sex?.rawValue),
            "injuryDates": .strings(facts.injuryDates.map(\.value.description)),
        ])
    }

    private static func item(_ item: Item, _ letter: CheckedLetter) -> JSON {
        func text(_ range: ByteRange?) -> JSON { .optional(range.map(letter.string)) }
        let attributes = ItemAttributeReader.read(item, in: letter.words)
        let citations = item.reviewerGuideline.map { CitationReader.read($0, in: letter.words) } ?? []
        return .object([
            "number": .integer(item.number), "treatment": text(item.treatment),
            "requestInDispute": text(item.requestInDispute), "decision": .optional(item.decision?.value.rawValue),
            "claimsAdministratorGuideline": text(item.claimsAdministratorGuideline),
            "reviewerGuideline": text(item.reviewerGuideline),
            "citations": .array(citations.map { citation($0, letter) }), "rationale": text(item.rationale),
            "quantity": .optional(attributes.quantity), "frequency": .optional(attributes.frequency),
            "strength": .optional(attributes.strength), "side": .optional(attributes.side),
            "category": .string(attributes.category.description), "retrospective": .bool(attributes.isRetrospective),
        ])
    }

    private static func citation(_ citation: Citation, _ letter: CheckedLetter) -> JSON {
        func text(_ range: ByteRange?) -> JSON { .optional(range.map(letter.string)) }
        return .object([
            "source": .string(citation.source.rawValue), "title": text(citation.title),
            "year": .optional(citation.year),
            "sections": .array(citation.sections.map { text($0) }), "pages": text(citation.pages),
        ])
    }

    /// Bytes as hexadecimal digits in lower case.
    package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for byte in bytes {
            for nibble in [byte >> 4, byte & 15] { digits.append(nibble < 10 ? nibble + 0x30 : nibble + 0x57) }
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
