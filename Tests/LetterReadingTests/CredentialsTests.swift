import Determinations
import LetterReading
import Testing

@Suite("Reviewer's credentials")
struct CredentialsTests {
    /// The states and the specialties read from a block or sentence, each list parted by bars.
    static func read(_ credentials: String, heading: String = "CLINICAL CASE SUMMARY\n") -> [String] {
        let text = """
            HOW THE IMR FINAL DETERMINATION WAS MADE

            MAXIMUS Federal Services sent the complete case file to an expert reviewer.

            \(credentials)

            \(heading)The expert reviewer developed the following clinical case summary based on a review of the case file, including
            all medical records:

            The patient is a 50 year old man.

            IMR ISSUES, DECISIONS AND RATIONALES
            The Final Determination was based on decisions for the disputed items/services set forth below:

            MRI: Upheld

            Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

            MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.

            Decision rationale: It is not medically necessary.
            """
        guard let read = try? LetterReader.read(Array(text.utf8)) else { return [] }
        let reviewer = read.determinations[0].reviewer
        return [reviewer.licensure, reviewer.certifications].map { values in
            values.map { Folding.string(read.words.text, $0) }.joined(separator: "|")
        }
    }

    static func block(_ states: String, _ specialties: String) -> String {
        """
        The Expert Reviewer has the following credentials:
        State(s) of Licensure: \(states)
        Certification(s)/Specialty: \(specialties)
        """
    }

    @Test(
        "the block",
        arguments: [
            // Plain.
            (block("Texas", "Neurology"), "Texas", "Neurology"),
            // Letters printed as one, as some extractors leave them.
            (block("Texas", "Neurology").replacing("fi", with: "ﬁ"), "Texas", "Neurology"),
            // No blank behind the commas.
            (
                block("Texas,New York,Utah", "Neurology, Sleep Medicine"), "Texas|New York|Utah",
                "Neurology|Sleep Medicine"
            ),
            // Wrapped inside a value.
            (
                block("North Carolina, South\nDakota", "Physical Medicine & Rehabilitation, Pain\nManagement"),
                "North Carolina|South Dakota", "Physical Medicine & Rehabilitation|Pain Management"
            ),
            // Broken by a page inside a value, behind a comma, and between the lines.
            (
                block("Texas", "Physical Medicine &\n\u{C}Rehabilitation, Neurology"), "Texas",
                "Physical Medicine & Rehabilitation|Neurology"
            ),
            (block("Texas", "Neurology,\n\u{C}Pain Management"), "Texas", "Neurology|Pain Management"),
            (block("Texas,\n\u{C}Utah", "Neurology"), "Texas|Utah", "Neurology"),
            (block("West\n\u{C}Virginia", "Neurology"), "West Virginia", "Neurology"),
            (block("Texas\n\u{C}", "Neurology"), "Texas", "Neurology"),
            // Pages parted by newlines.
            (block("Texas", "Emergency\n\n\n\nMedicine"), "Texas", "Emergency Medicine"),
            // Brackets, an ampersand, a slash, a hyphen, an "and" of its own.
            (block("Ohio", "Dentist (Oral Surgery)"), "Ohio", "Dentist (Oral Surgery)"),
            (block("Ohio", "Obstetrics & Gynecology"), "Ohio", "Obstetrics & Gynecology"),
            (block("Ohio", "Acupuncture/Oriental Medicine"), "Ohio", "Acupuncture/Oriental Medicine"),
            (block("Ohio", "Family Practice, Oto-Rhinology"), "Ohio", "Family Practice|Oto-Rhinology"),
            (block("Ohio", "Psychiatry and Neurology"), "Ohio", "Psychiatry and Neurology"),
            // A full stop at the end, and within a name.
            (block("California.", "Neurology."), "California", "Neurology"),
            (block("Washington, D.C.", "Neurology"), "Washington|D.C", "Neurology"),
            // Nothing behind a label.
            (block("", "Neurology"), "", "Neurology"), (block("Ohio", ""), "Ohio", ""),
        ])
    func blocks(credentials: String, states: String, specialties: String) {
        #expect(Self.read(credentials) == [states, specialties])
    }

    @Test("without the next heading the block ends where the summary is introduced")
    func noHeading() {
        #expect(Self.read(Self.block("Ohio", "Neurology"), heading: "") == ["Ohio", "Neurology"])
    }

    @Test(
        "the sentence",
        arguments: [
            // One board.
            ("is Board Certified in Neurology, and is licensed to practice in Ohio.", "Ohio", "Neurology"),
            // Two boards, two states.
            (
                "is Board Certified in Neurology and Pain Management and is licensed to practice in Ohio and New York.",
                "Ohio|New York", "Neurology|Pain Management"
            ),
            // An "and" of its own.
            (
                "is Board Certified in Physical Medicine and Rehabilitation, and is licensed to practice in Ohio.",
                "Ohio",
                "Physical Medicine and Rehabilitation"
            ),
            // Three boards, a subspecialty.
            (
                "is Board Certified in Family Practice, Neurology and Pain Management, has a subspecialty in Sleep Medicine, "
                    + "and is licensed to practice in Ohio, Utah and Texas.",
                "Ohio|Utah|Texas", "Family Practice|Neurology|Pain Management|Sleep Medicine"
            ),
            (
                "is Board Certified in Neurology, has a subspecialty certificate in Pain Management and is licensed to practice "
                    + "in Ohio.", "Ohio", "Neurology|Pain Management"
            ),
            // Wrapped and broken by a page.
            (
                "is Board Certified in Emergency\n\u{C}Medicine, and is\nlicensed to practice in\nNew\nYork.",
                "New York", "Emergency Medicine"
            ),
        ])
    func sentences(credentials: String, states: String, specialties: String) {
        let sentence =
            "The expert reviewer \(credentials) He/she has been in active clinical practice for more than five years."
        #expect(Self.read(sentence) == [states, specialties])
    }
}
