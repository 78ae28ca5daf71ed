import LetterGenerator

/// Sentences with identifying data, by kind and by stock of wordings; every number and name is invented.
enum IdentitySentences {
    static let all: [(kind: String, stock: Wordings.Stock, sentences: [String])] = shown + heldOut + third + fourth

    private static let shown: [(kind: String, stock: Wordings.Stock, sentences: [String])] = [
        (
            "social-security-number", .shown,
            [
                "His SSN is 512-44-0917.", "SSN: 512 44 0917.", "Social Security Number 512-44-0917 is on file.",
                "The social security number is 512-44-0917.", "(SS# 512440917)",
            ]
        ),
        (
            "phone-number", .shown,
            [
                "Phone: (415) 555-0132.", "The worker can be reached at 415-555-0132.", "Tel. 415.555.0132.",
                "Telephone number 1-415-555-0132.", "Call back at (415)555-0132 in the evening.", "Fax: 415 555 0132.",
            ]
        ),
        (
            "birth-date", .shown,
            [
                "DOB: 03/04/1971.", "Date of birth: 3-4-71.", "The worker was born on March 4, 1971.",
                "D.O.B. 03/04/1971.", "Birthdate 03-04-1971.", "(date of birth 03/04/1971)",
            ]
        ),
        (
            "claim-number", .shown,
            [
                "Claim number: WC-2016-004417.", "Claim # 0123456789.", "The claim no. is 16-00482193.",
                "Claim Number 2016004417-0001.", "(Claim #: A16B004417)", "Claim No.: 30167721-001.",
            ]
        ),
        (
            "reviewer-name", .shown,
            [
                "The expert reviewer, Alan B. Whitcombe, M.D., wrote this.", "Reviewed by: Priya Ostrander, MD.",
                "Reviewer: Dr. Alan Whitcombe.", "The name of the reviewer is Priya N. Ostrander, D.O.",
                "Electronically signed by the reviewing physician Alan Whitcombe, MD.",
                "Expert Reviewer Name: Priya N. Ostrander.",
            ]
        ),
    ]

    private static let heldOut: [(kind: String, stock: Wordings.Stock, sentences: [String])] = [
        (
            "social-security-number", .heldOut,
            [
                "SSN 512-44-0917 appears on the intake form.", "Soc. Sec. No. 512-44-0917.",
                "Social security no.: 512440917.", "Social Security #: 512-44-0917.",
                "The last four digits of the social security number are 0917.", "SS No. 512-44-0917.",
                "Soc Sec # 512-44-0917.", "S.S.N. 512 44 0917.",
                "The number 512-44-0917 is listed as the patient's social security number.",
                "Patient ID (SSN) 512-44-0917.", "The patient (512-44-0917) was seen again.",
            ]
        ),
        (
            "phone-number", .heldOut,
            [
                "Cell 415-555-0132.", "The clinic's line is (415) 555.0132.", "Ph 415/555-0132.",
                "Contact: +1 415 555 0132.", "The contact number is 4155550132.",
                "Her mobile number is 415-555-0132.", "Call the daughter at 415 555-0132.",
                "The adjuster may be reached at 555-0132.", "Telephone: 415-555-0132 ext. 12.",
                "Facsimile 415-555-0132.", "The nurse left a message at 1-800-555-0132.", "TEL(415)555-0132.",
            ]
        ),
        (
            "birth-date", .heldOut,
            [
                "The patient was born 3/4/1971.", "Birth date: March 4, 1971.", "Date of Birth is 4 March 1971.",
                "D/O/B 03/04/71.", "DOB-03/04/1971.", "The patient, whose birthday is March 4th, 1971, lives alone.",
                "A birthdate of 1971-03-04 is recorded.", "The worker was born in Fresno on 03/04/1971.",
                "DOB: Mar 4, 1971.", "DOB (03.04.1971).", "Birthday 3/4/71.",
            ]
        ),
        (
            "claim-number", .heldOut,
            [
                "This concerns claim #WC2016004417.", "Claim ID 16-00482193.", "WCAB No. ADJ1234567.",
                "See ADJ9876543 for the award.", "The claims administrator's file number is 0482193.",
                "Claim Nbr: 30167721.", "Our claim: 2016-004417.", "Claim No 016-CB-A4417.",
                "It is filed under claim number WC 16 004417.", "Carrier claim number = 30167721.",
                "CLAIM NUMBER  0416-WC-16-0000123.",
            ]
        ),
        (
            "reviewer-name", .heldOut,
            [
                "Signed, Alan B. Whitcombe MD.", "/s/ Priya N. Ostrander, D.O.",
                "Physician reviewer: Whitcombe, Alan, M.D.",
                "Respectfully submitted, Alan B. Whitcombe, M.D., Board Certified in Neurology.",
                "This review was performed by Priya Ostrander, DO.", "The reviewing physician was Dr. Priya Ostrander.",
                "Reviewer's name: Alan Whitcombe.", "Peer reviewer Alan Whitcombe, DC, prepared this.",
                "I, Alan B. Whitcombe, M.D., have no conflict of interest.",
                "Expert reviewer's signature: Priya N. Ostrander, MD.", "Review prepared by A. B. Whitcombe, MD.",
                "The expert (Dr. Whitcombe) is certified in neurology.", "Alan B. Whitcombe, M.D., Expert Reviewer.",
                "This determination was authored by Priya Ostrander, M.D.",
            ]
        ),
    ]

    private static let third: [(kind: String, stock: Wordings.Stock, sentences: [String])] = [
        (
            "social-security-number", .third,
            [
                "Social Security No. 512-44-0917 is printed on the form.", "SSN#: 512-44-0917.",
                "Her social security # is 512-44-0917.", "SSN (last four): 0917.",
            ]
        ),
        (
            "phone-number", .third,
            [
                "Please call 415.555.0132 with questions.", "Office phone (415)-555-0132.",
                "Tel: +1-415-555-0132.", "The pharmacy fax is 415 555 0132.", "Mobile: 4155550132.",
            ]
        ),
        (
            "birth-date", .third,
            [
                "DOB 4-Mar-1971.", "The patient's date of birth is listed as 03/04/1971.",
                "She was born on the 4th of March, 1971.", "Birthdate: Mar. 4, 1971.", "(D.O.B.: 3/4/71)",
            ]
        ),
        (
            "claim-number", .third,
            [
                "Claim number assigned: 0416-0123456.", "Claim#16-0048219.", "The carrier's claim no. is WC16004417.",
                "EAMS/WCAB: ADJ10234567.", "Claim File No.: 30167721.",
            ]
        ),
        (
            "reviewer-name", .third,
            [
                "Reviewing physician: Teodor K. Maas, MD.", "Signed: Teodor Maas, M.D.",
                "This determination was prepared by Dr. Teodor Maas.", "Name of reviewer: Teodor Maas.",
                "Sincerely, Teodor K. Maas, D.O.",
            ]
        ),
    ]

    private static let fourth: [(kind: String, stock: Wordings.Stock, sentences: [String])] = [
        (
            "social-security-number", .fourth,
            ["Soc. Security: 512-44-0917.", "The SSN on file (512-44-0917) matches.", "SSN ending in 0917."]
        ),
        (
            "phone-number", .fourth,
            ["The worker's cell is 415-555-0132.", "Fax no. (415) 555-0132.", "Telephone 415-555-0132, evenings only."]
        ),
        (
            "birth-date", .fourth,
            ["Born: 03/04/1971.", "Date of birth, March 4, 1971.", "Her DOB is 3-4-1971."]
        ),
        (
            "claim-number", .fourth,
            ["Claim no 2016-0048219 refers.", "Claim Number is WC-0048219.", "Ref: claim #00482193-WC-01."]
        ),
        (
            "reviewer-name", .fourth,
            [
                "Reviewed and signed by: Teodor Maas, M.D.", "The reviewer is Teodor Maas, M.D.",
                "Respectfully, Teodor Maas, DO.",
            ]
        ),
    ]
}
