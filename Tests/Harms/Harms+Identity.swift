import Determinations
import LetterGenerator

/// Harms that put identifying data in; every number and name is invented.
enum IdentityHarms {
    static let all = [
        harm(
            "social-security-number",
            [
                "His SSN is 512-44-0917.", "SSN: 512 44 0917.", "Social Security Number 512-44-0917 is on file.",
                "The social security number is 512-44-0917.", "(SS# 512440917)",
            ]),
        harm(
            "phone-number",
            [
                "Phone: (415) 555-0132.", "The worker can be reached at 415-555-0132.", "Tel. 415.555.0132.",
                "Telephone number 1-415-555-0132.", "Call back at (415)555-0132 in the evening.", "Fax: 415 555 0132.",
            ]),
        harm(
            "birth-date",
            [
                "DOB: 03/04/1971.", "Date of birth: 3-4-71.", "The worker was born on March 4, 1971.",
                "D.O.B. 03/04/1971.", "Birthdate 03-04-1971.", "(date of birth 03/04/1971)",
            ]),
        harm(
            "claim-number",
            [
                "Claim number: WC-2016-004417.", "Claim # 0123456789.", "The claim no. is 16-00482193.",
                "Claim Number 2016004417-0001.", "(Claim #: A16B004417)", "Claim No.: 30167721-001.",
            ]),
        harm(
            "reviewer-name",
            [
                "The expert reviewer, Alan B. Whitcombe, M.D., wrote this.", "Reviewed by: Priya Ostrander, MD.",
                "Reviewer: Dr. Alan Whitcombe.", "The name of the reviewer is Priya N. Ostrander, D.O.",
                "Electronically signed by the reviewing physician Alan Whitcombe, MD.",
                "Expert Reviewer Name: Priya N. Ostrander.",
            ]),
    ]

    private static func harm(_ name: String, _ sentences: [String]) -> Harm {
        Harm("identifying-data: \(name)", finds: ["P03"]) { letter, chance in
            guard let summary = letter.place(.summary) else { return nil }
            let isEnd = { (before: UInt8, after: UInt8) in before == 0x2E && Bytes.isWhite(after) }
            let offset = letter.offset(in: summary, &chance, where: isEnd) ?? summary.end
            let sentence = chance.pick(sentences)
            return HarmedText(
                letter.replacing([ByteRange(offset, offset)], with: Array(" \(sentence)".utf8)), at: offset, sentence)
        }
    }
}
