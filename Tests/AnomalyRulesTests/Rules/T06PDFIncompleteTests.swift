import AnomalyRules
import Determinations
import TestSupport
import Testing

@Suite("T06 pdf-incomplete")
struct T06PDFIncompleteTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("damaged characters lose no page", damage: [.mojibake(at: ByteRange(0, 1))]) { _ = $0 },
            RuleCase("no end marker", finds: [[]], damage: [.pdfWithoutEnd]) { _ = $0 },
            RuleCase("a part is lost", finds: [[]], damage: [.pdfDamaged(message: "no page tree")]) { _ = $0 },
            RuleCase("cut at the limit", finds: [[]], damage: [.cutAtLimit(4096)]) { _ = $0 },
        ])
    func judges(row: RuleCase) throws { try row.check(T06PDFIncomplete.self) }
}
