import AnomalyRules
import Determinations
import TestSupport
import Testing

@Suite("P03 identifying-data")
struct P03IdentifyingDataTests {
    @Test(
        "finds what it should and nothing else",
        arguments: [
            RuleCase("nothing that identifies") { _ = $0 },
            RuleCase("levels, doses and dates") {
                $0.summary += " L4-5-S1, 10/325/60 mg, seen 11-18-16, DOI 03/14/2015, 555-12 units."
            },
            RuleCase("a claim that is filed") {
                $0.summary += " She filed a claim for her knee. The claim was denied on 11/18/2016."
            },
            RuleCase("a treating physician") { $0.summary += " Dr. Smith saw her." },
            RuleCase("a social security number", finds: [["123-45-6789"]]) { $0.summary += " SSN 123-45-6789." },
            RuleCase("a telephone number", finds: [["415) 555-0123"], ["415-555-0124"]]) {
                $0.summary += " Call (415) 555-0123 or 415-555-0124."
            },
            RuleCase(
                "more ways to write them",
                finds: [["512440917"], ["415 555 0132"], ["1-415-555-0132"], ["16-00482193"]]
            ) {
                $0.summary +=
                    " (SS# 512440917) Fax: 415 555 0132. Telephone number 1-415-555-0132. The claim no. is 16-00482193."
            },
            RuleCase("the reviewer in a sentence", finds: [["Alan B. Doe"], ["Jane Q. Roe"]]) {
                $0.summary +=
                    " The expert reviewer, Alan B. Doe, M.D., wrote this. The name of the reviewer is Jane Q. Roe."
            },
            RuleCase("a reviewer without a name") {
                $0.summary += " The expert reviewer has read it. Reviewer qualifications are above."
            },
            RuleCase("a birth date", finds: [["1/2/1971"]]) { $0.summary += " DOB: 1/2/1971." },
            RuleCase("a claim number", finds: [["AB-1234567"]]) { $0.summary += " Claim Number: AB-1234567." },
            RuleCase("the reviewer's name", finds: [["Jane Q. Doe"]]) { $0.ending = "\n\nReviewer: Jane Q. Doe, MD\n" },
            RuleCase("a signature", finds: [["Jane Doe"]]) { $0.ending = "\n\nSincerely,\nJane Doe, M.D.\n" },
        ])
    func judges(row: RuleCase) throws { try row.check(P03IdentifyingData.self) }

    @Test(
        "identifying data is found in many shapes, once, and pointed at",
        arguments: [
            ("Soc. Sec. No. 512-44-0917.", "512-44-0917"), ("The last four digits of the SSN are 0917.", "0917"),
            ("Ph 415/555-0132.", "415/555-0132"), ("Call the son at 555-0132.", "555-0132"),
            ("Contact: +1 415 555 0132.", "415 555 0132"), ("Her mobile number is 4155550132.", "4155550132"),
            ("Born in Fresno on 3/4/1971.", "3/4/1971"), ("Date of birth is 4 March 1971.", "4 March 1971"),
            ("Birthday: March 4th, 1971.", "March 4th, 1971"), ("DOB (03.04.1971).", "03.04.1971"),
            ("Claim No 016-CB-A4417.", "016-CB-A4417"), ("Claim number WC 16 004417 was given.", "WC 16 004417"),
            ("See ADJ9876543 for the award.", "ADJ9876543"),
            ("This review was performed by Jane Roe, DO.", "Jane Roe"), ("/s/ Jane Q. Roe, D.O.", "Jane Q. Roe"),
            ("I, Jane Q. Roe, M.D., have no conflict.", "Jane Q. Roe"),
            ("Jane Roe, M.D., Expert Reviewer.", "Jane Roe"),
        ])
    func shapes(sentence: String, value: String) throws {
        let letter = InventedLetter { $0.summary += " " + sentence }
        #expect(try P03IdentifyingData.check(letter).map { $0.evidence(in: letter) } == [[value]])
    }

    @Test(
        "what only looks like it is left alone",
        arguments: [
            "Utilization review was performed by Jane Roe, M.D.", "The scan was read by Jane Roe, M.D.",
            "Signed consent was obtained.", "Readings were 40-44-38 and 22-20-24.", "NDC 00591-0932-01 was dispensed.",
            "A son was born in 2009.", "She was born with scoliosis.", "See Spine 2009;34(10):1066-1077.",
            "Case number CM16-0123456 was reviewed.", "The date of injury was 03/14/2015.",
            "Dates of service: 11/11/2016 to 11/18/2016.", "See Porter RW, Smith JA. Clin Med. 2009;147(7):492-504.",
            "See the American College, 2009, page 122.", "Fax received: 11/18/2016.", "Refill #120 of 10/325/60 mg.",
            "Injections at L4-5-S1, 555-12 units.",
            "The claim was closed in 2013.", "No claim number appears on the form.", "He called 911.",
        ])
    func bystanders(sentence: String) throws {
        #expect(try P03IdentifyingData.check(InventedLetter { $0.summary += " " + sentence }).isEmpty)
    }

    @Test("no finding of any rule repeats what identifies a person")
    func valuesAreMasked() throws {
        let letter = InventedLetter {
            $0.items[0].treatment = "Claim Number: 7654321 MRI of the knee"
            $0.items[0].decision = "Overturned"
            $0.summary = "Born on 1/2/1971, SSN 123-45-6789, tel: 415-555-0123, no stop at the end 123-45-6789"
        }
        let found = try allFindings(letter.bytes)
        #expect(found.contains { $0.code == "P03" })
        for finding in found {
            let shown = ([finding.message, finding.expected, finding.found] + finding.evidence.map(\.quote)).joined()
            for value in ["7654321", "1/2/1971", "6789", "0123"] { #expect(!shown.contains(value)) }
        }
    }
}
