import AnomalyRules
import Determinations
import LetterReading
import Testing

@Suite("Rules on layouts that are not known whole")
struct EarlyLayoutRulesTests {
    static let letters = [
        // L1: no guidelines, no rationales, no header table.
        """
        MAXIMUS FEDERAL SERVICES, INC.

        Notice of Independent Medical Review Determination

        Dated: 10/7/2013

        1) MAXIMUS Federal Services, Inc. has determined the request for Voltaren gel 100 grams is not medically necessary and
        appropriate.

        INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE

        Medical Qualifications of the Expert Reviewer:
        The expert reviewer is Board Certified in Neurology, and is licensed to practice in California.

        Case Summary:
        The patient is a 41 year old woman who was injured on March 3, 2011 while she was stacking chairs in the hall of a school. She
        reports pain in her right wrist when she lifts or twists; medicines by mouth upset her stomach. Her physician asks for a gel.
        """,
        // L2: no items.
        """
        MAXIMUS FEDERAL SERVICES, INC.
        Independent Medical Review

        HOW THE IMR FINAL DETERMINATION WAS MADE
        The physician reviewer is Board Certified in Neurology, and is licensed to practice in California.

        DOCUMENTS REVIEWED
        The application for review; notes of the treating physician.

        CLINICAL CASE SUMMARY
        The applicant, a 62 y/o man, slipped at the bakery. DOI: 5-6-09. He reports neck pain that goes down into his left arm. Films
        show narrow spaces between the vertebrae. He has had exercise on land and in water and asks for needles instead.

        IMR DECISION(S) AND RATIONALE(S)
        Acupuncture was asked for.
        """,
        // L3: no items, no header table.
        """
        MEDICAL PROFESSIONAL REVIEW

        ISSUE AT DISPUTE: Twelve visits of aquatic therapy for the left knee

        CASE SUMMARY: A 50-year-old man fell from a ladder on 2/1/2012 and hurt his left knee. The meniscus was repaired in the
        spring of that year, and he had twenty four visits of therapy afterwards. He is said to be heavy, and his knee swells.

        DOCUMENTS REVIEWED FOR DETERMINATION: Progress notes.

        MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY: Decision based on MTUS Chronic Pain
        Treatment Guidelines Aquatic therapy Page(s): 22.

        RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS NOT MEDICALLY NECESSARY: The notes do not say why exercise on land
        would not do.

        MEDICAL REVIEWER QUALIFICATIONS: The reviewer is Board Certified in Orthopedic Surgery, and is licensed to practice in
        California.
        """,
    ]

    @Test("what is not established about a layout is not found missing; it has no header table", arguments: letters)
    func quiet(text: String) throws {
        let found = try allFindings(Array(text.utf8)).filter { $0.severity == .error || $0.severity == .warning }
        #expect(found.map(\.code) == ["S02"])
    }

    /// What of a header is found missing: the case number, and what has a label without a value; nothing else is established.
    @Test(
        "a header of theirs lacks only its case number, or a value", arguments: letters,
        [
            ("Date of Injury: 3/3/2011\nApplication Received: 9/2/2013\nCase Number: CM13-0012345", []),
            ("Date of Injury: 3/3/2011\nApplication Received: 9/2/2013", ["The header has no case number."]),
            ("UR Denial Date:\nCase Number: CM13-0012345", ["The header has no UR denial date."]),
        ])
    func header(text: String, fields: (lines: String, missing: [String])) throws {
        let heading = try #require(text.firstRange(of: "\n\n"))
        let letter = text[..<heading.lowerBound] + "\n\n\(fields.lines)\n\n" + text[heading.upperBound...]
        let found = try allFindings(Array(letter.utf8))
        #expect(found.filter { $0.code.hasPrefix("S0") }.map(\.message) == fields.missing)
    }
}
