import AnomalyRules
import Determinations
import TestSupport
import Testing

@Suite("S08 not-a-determination")
struct S08NotADeterminationTests {
    @Test("the finding holds the file and says how little was found")
    func holds() {
        let finding = S08NotADetermination.finding(anchors: 1)
        #expect(finding.severity == .held)
        #expect(finding.code == "S08")
        #expect(finding.found == "1 of them")
    }
}
