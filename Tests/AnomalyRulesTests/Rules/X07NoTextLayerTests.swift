import AnomalyRules
import Determinations
import TestSupport
import Testing

@Suite("X07 no-text-layer")
struct X07NoTextLayerTests {
    @Test("the finding holds the file and says how to go on")
    func holds() {
        let finding = X07NoTextLayer.finding()
        #expect(finding.severity == .held)
        #expect(finding.code == "X07")
        #expect(finding.message.contains("OCR"))
    }
}
