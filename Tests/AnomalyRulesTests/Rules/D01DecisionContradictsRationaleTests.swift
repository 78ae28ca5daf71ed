import AnomalyRules
import TestSupport
import Testing

@Suite("D01 decision-contradicts-rationale")
struct D01DecisionContradictsRationaleTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("upheld and not necessary") { _ = $0 },
            RuleCase("overturned and necessary") {
                $0.items[0].decision = "Overturned"; $0.items[0].rationale = "The scan is medically necessary."
            },
            RuleCase("advice after the conclusion") {
                $0.items[0].rationale = "The drug is not medically necessary. Weaning may be needed."
            },
            RuleCase("a condition is no conclusion") {
                $0.items[0].rationale =
                    "A scan would be medically necessary after exercise. The request is not medically necessary."
            },
            RuleCase("upheld but necessary", finds: [["Upheld", "The scan is medically necessary"]]) {
                $0.items[0].rationale = "There was exercise. The scan is medically necessary."
            },
            RuleCase("overturned but not necessary", finds: [["Overturned", "the request is not medically necessary"]])
            {
                $0.items[0].decision = "Overturned"
            },
        ])
    func judges(row: RuleCase) throws { try row.check(D01DecisionContradictsRationale.self) }

    @Test(
        "a conclusion is understood",
        arguments: [
            // Two negations cancel out.
            ("It cannot be said that the scan is not medically necessary.", true),
            ("I do not agree with utilization review that the scan is not medically necessary.", true),
            ("There is no doubt that the scan is medically necessary.", true),
            // A denying word governs.
            ("I decline to find the scan medically necessary.", false),
            ("There is no basis on which the scan could be found medically necessary.", false),
            ("Too little is documented to support a finding of medical necessity.", false),
            ("None of the scans, #3, is medically necessary.", false),
            ("The scan can't be deemed medically necessary.", false),
            // The negation belongs to another clause.
            ("No fracture was seen, and the scan is medically necessary.", true),
            ("In view of no improvement with therapy, the scan is medically necessary.", true),
            ("There are no findings that would speak for it, so the scan is not medically necessary.", false),
            // Somebody else's view, and what the sentence makes of it.
            ("The provider's contention that the scan is medically necessary is not supported.", false),
            ("Utilization review's finding that the scan is not medically necessary is incorrect.", true),
            // The rest of the sentence denies.
            ("The scan might have been medically necessary with a deficit; on this record it is not.", false),
            // The noun.
            ("The denial for lack of medical necessity cannot stand.", true),
            ("Contrary to the denial, medical necessity is not in question.", true),
            ("Medical necessity is in doubt.", false),
            // Without a word of necessity.
            ("The request is not certified.", false),
            ("I disagree with the denial.", true),
            ("The denial is reversed.", true),
            // What others say, in general or later, is passed over.
            ("The scan is medically necessary. Further scans would not be medically necessary.", true),
            ("The scan is medically necessary. The guideline does not find it routinely medically necessary.", true),
            ("The scan is not medically necessary. Whether it becomes medically necessary must be seen.", false),
            // The whole heading is repeated.
            (
                "It has not been shown that A scan #3 was the original request. A scan #2 was authorized by the Claims"
                    + " Administrator. The remaining IMR eligible portion of the original request, A scan #1, is medically"
                    + " necessary.", false
            ),
        ])
    func understands(rationale: String, isNecessary: Bool) throws {
        for decision in ["Upheld", "Overturned"] {
            let letter = InventedLetter {
                $0.items[0].decision = decision
                $0.items[0].rationale = "The records were read. " + rationale
            }
            let found = try D01DecisionContradictsRationale.check(letter)
            #expect(found.isEmpty == (isNecessary == (decision == "Overturned")), "\(decision)")
        }
    }

    @Test(
        "a rationale that concludes nothing is left alone",
        arguments: [
            "The provider believes the scan to be medically necessary.",
            "Utilization review found the scan not medically necessary.",
            "The letter reads: \"the request is not medically necessary.\"",
            "In general a scan is not medically necessary. Weaning is recommended.",
            "The surgery has been certified as medically necessary by the claims administrator.",
            "An earlier request was denied.",
        ])
    func leavesOpen(rationale: String) throws {
        for decision in ["Upheld", "Overturned"] {
            let letter = InventedLetter {
                $0.items[0].decision = decision
                $0.items[0].rationale = rationale
            }
            #expect(try D01DecisionContradictsRationale.check(letter).isEmpty, "\(decision)")
        }
    }
}
