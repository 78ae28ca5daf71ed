import AnomalyRules
import TestSupport
import Testing

@Suite("G03 malformed-citation")
struct G03MalformedCitationTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("well formed") { _ = $0 },
            RuleCase("numbers with commas") { $0.items[0].reviewer = "Decision based on a book Page(s): 8,9." },
            RuleCase("a line ends behind the comma") {
                $0.items[0].reviewer = "Decision based on a book Page(s): 47,\nAnother book."
            },
            RuleCase("in a scan blanks are lost", isRecognized: true) {
                $0.items[0].reviewer = "Decision based on a book Page(s): 47,Another book."
            },
            RuleCase("no space", finds: [["47,Another"]]) {
                $0.items[0].reviewer = "Decision based on a book Page(s): 47,Another book."
            },
            RuleCase("no pages", finds: [["Page(s):"]]) { $0.items[0].claims = "Decision based on a book Page(s): ." },
        ])
    func judges(row: RuleCase) throws { try row.check(G03MalformedCitation.self) }
}
