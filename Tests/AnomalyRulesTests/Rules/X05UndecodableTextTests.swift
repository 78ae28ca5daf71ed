import AnomalyRules
import Determinations
import TestSupport
import Testing

@Suite("X05 undecodable-text")
struct X05UndecodableTextTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("a PDF without its end has sound characters", damage: [.pdfWithoutEnd]) { _ = $0 },
            RuleCase(
                "one finding for each kind", finds: [["Case", "Number"], ["CM"]],
                damage: [
                    .undecodable(at: ByteRange(0, 4)), .undecodable(at: ByteRange(5, 11)),
                    .replacementCharacter(at: ByteRange(13, 15)),
                ]
            ) { _ = $0 },
            RuleCase("a character that no letter holds", finds: [["Case"]], damage: [.implausible(at: ByteRange(0, 4))])
            {
                _ = $0
            },
        ])
    func judges(row: RuleCase) throws { try row.check(X05UndecodableText.self) }
}
