import Determinations
import Foundation
import LetterReading
import Records
import TestSupport
import Testing

/// Differences between what was read and the truth, one line each.
func differences(_ determination: Determination, _ words: Words, from truth: JSON, isHeaderLost: Bool) -> [String] {
    var found: [String] = []
    func folded(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    func compare(_ what: String, _ read: String?, _ expected: String?) {
        if read.map(folded) != expected.map(folded) {
            found.append("\(what): read \(read ?? "nil"), truth \(expected ?? "nil")")
        }
    }
    func text(_ range: ByteRange?) -> String? { range.map { Folding.string(words.text, $0) } }
    compare("layout", determination.layout.rawValue, truth["layout"]?.text)
    if !isHeaderLost {
        let header = determination.header
        compare("case", header?.caseNumber.value?.value.description, truth["case_number"]?.text)
        compare("priority", header?.priority.value?.value.rawValue, truth["priority"]?.text)
        compare("assigned", header?.assigned.value?.value.description, truth["dates"]?["date_assigned"]?.text)
        compare("injury", header?.injury.value?.value.description, truth["dates"]?["date_of_injury"]?.text)
        compare("decision", header?.decision.value?.value.description, truth["dates"]?["decision_date"]?.text)
        compare("denial", header?.urDenial.value?.value.description, truth["dates"]?["ur_denial_date"]?.text)
        compare(
            "received", header?.applicationReceived.value?.value.description,
            truth["dates"]?["application_received"]?.text)
    }
    let states = truth["reviewer"]?["states"]?.elements.compactMap(\.text) ?? []
    compare(
        "states", determination.reviewer.licensure.compactMap(text).joined(separator: "|"),
        states.joined(separator: "|"))
    let specialties = truth["reviewer"]?["specialties"]?.elements.compactMap(\.text) ?? []
    compare(
        "specialties", determination.reviewer.certifications.compactMap(text).joined(separator: "|"),
        specialties.joined(separator: "|"))
    let items = truth["items"]?.elements ?? []
    compare("items", "\(determination.items.count)", "\(items.count)")
    for (item, truth) in zip(determination.items, items) {
        compare("\(item.number) treatment", text(item.treatment), truth["text"]?.text)
        compare("\(item.number) decision", item.decision?.value.rawValue, truth["decision"]?.text)
        compare(
            "\(item.number) claims", text(item.claimsAdministratorGuideline),
            truth["claims_administrator_guideline"]?.text)
        compare("\(item.number) maximus", text(item.reviewerGuideline), truth["maximus_guideline"]?.text)
        if let effective = truth["effective_text"]?.text {
            compare("\(item.number) disputed", text(item.requestInDispute), effective)
        }
        if item.rationale?.isEmpty ?? true { found.append("\(item.number) no rationale") }
    }
    if determination.summary?.isEmpty ?? true { found.append("no summary") }
    return found
}

@Suite("Real letters in every form")
struct RealFormsTests {
    static let forms = ProcessInfo.processInfo.environment["IMRD_FORMS"]

    @Test(
        "each extraction reads as the truth says", .enabled(if: forms != nil && RealLetters.folder != nil),
        arguments: ["layout", "order", "raw", "pdfminer", "pypdf", "pymupdf"])
    func formsAreExact(form: String) throws {
        for letter in RealLetters.letters {
            let path = "\(Self.forms ?? "")/\(letter).\(form).txt"
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            let read = try LetterReader.read(bytes)
            #expect(read.determinations.count == 1)
            for line in differences(read.determinations[0], read.words, from: letter.truth, isHeaderLost: false) {
                Issue.record("\(letter) \(form) \(line)")
            }
        }
    }

    @Test("each seed reads as its truth says", .enabled(if: RealLetters.folder != nil), arguments: RealLetters.seeds)
    func seedsAreExact(seed: RealLetters.Letter) throws {
        let read = try LetterReader.read(Array(try Data(contentsOf: seed.file)))
        let found = differences(read.determinations[0], read.words, from: seed.truth, isHeaderLost: true)
        #expect(found == [])
    }
}
