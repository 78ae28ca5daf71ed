import Determinations
import LetterReading
import Testing

@Suite("CitationReader")
struct CitationReaderTests {
    /// Each citation on one line: source, title, year, sections, pages.
    static func read(_ text: String) -> [String] {
        let words = Words(Array(text.utf8))
        return CitationReader.read(ByteRange(0, text.utf8.count), in: words).map { citation in
            func text(_ range: ByteRange?) -> String { range.map { Folding.string(words.text, $0) } ?? "-" }
            return [
                citation.source.rawValue, text(citation.title), citation.year.map { "\($0)" } ?? "-",
                citation.sections.map(text).joined(separator: ";"), text(citation.pages),
            ].joined(separator: "|")
        }
    }

    @Test(
        "guideline paragraphs of both eras",
        arguments: [
            // One chapter.
            ("Decision based on MTUS Knee Complaints 2004.", ["MTUS|Knee Complaints|2004||-"]),
            // Several chapters, some with sections.
            (
                """
                Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies, Summary, and Forearm, Wrist, and
                Hand Complaints 2004.
                """,
                [
                    "MTUS|Low Back Complaints|2004|Special Studies;Summary|-",
                    "MTUS|Forearm, Wrist, and Hand Complaints|2004||-",
                ]
            ),
            // Commas inside a section.
            (
                """
                Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptoms & cardiovascular
                risk, TENS, chronic pain (nerves, stimulation), Naproxen (A, B [otc]).
                """,
                [
                    """
                    MTUS|Chronic Pain Medical Treatment|2016|NSAIDs, GI symptoms & cardiovascular risk;TENS, chronic pain \
                    (nerves, stimulation);Naproxen (A, B [otc])|-
                    """
                ]
            ),
            // The earlier era: section without a label, pages.
            (
                "Decision based on MTUS Chronic Pain Treatment Guidelines Trigger point injections Page(s): 122.",
                ["MTUS|Chronic Pain Treatment Guidelines|-|Trigger point injections|122"]
            ),
            // Two chapters without a blank after the comma.
            (
                "Decision based on MTUS ACOEM Page(s): 114,Acupuncture Treatment Guidelines.",
                ["MTUS|ACOEM|-||114", "MTUS|Acupuncture Treatment Guidelines|-||-"]
            ),
            // Pages in words, no pages after their label.
            (
                "Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 26 of 127.",
                ["MTUS|Chronic Pain Treatment Guidelines|-||26 of 127"]
            ),
            (
                "Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): .",
                ["MTUS|Chronic Pain Treatment Guidelines|-||"]
            ),
            // Outside the MTUS.
            (
                """
                The Expert Reviewer did not base their decision on the MTUS. Decision based on Non-MTUS Citation Official
                Disability Guidelines (ODG), Neck, 2016.
                """,
                ["outside MTUS|-|-||-", "ODG|Official Disability Guidelines (ODG), Neck, 2016|2016||-"]
            ),
            (
                "Decision based on Non-MTUS Citation ACOEM Practice Guidelines, 3rd ed., pg. 607.",
                ["ACOEM|ACOEM Practice Guidelines, 3rd ed., pg. 607|-||607"]
            ),
            ("Decision based on Non-MTUS Citation AMA Guides.", ["non-MTUS|AMA Guides|-||-"]),
            // Nothing at all.
            (
                "The Claims Administrator did not cite any medical evidence for its decision.",
                ["no evidence|-|-||-"]
            ),
            ("The patient is well.", []),
        ])
    func paragraphs(text: String, expected: [String]) {
        #expect(Self.read(text) == expected)
    }
}
