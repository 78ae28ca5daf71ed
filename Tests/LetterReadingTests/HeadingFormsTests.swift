import Determinations
import LetterReading
import Testing

/// A letter of two items, of which the second has the heading to be read, set in one of the ways extractions set it.
struct SetLetter {
    enum Form: String, CaseIterable, Sendable {
        /// Paragraphs parted by a blank line.
        case parted
        /// Lines only.
        case lines
        /// Each line followed by an empty one.
        case doubleSpaced
    }

    let form: Form
    let width: Int
    /// The ending of the rationale before the heading.
    let rationale: String
    let heading: String
    let decision: String
    /// The number of words of the heading in front of a page break; nil for none.
    var pageBreak: Int?
    /// The start of that rationale.
    var lead = "The notes are silent about an instability of the knee, and one was given last year."

    var text: [UInt8] {
        var text = ""
        func add(_ paragraph: String) { text += lines(paragraph.split(separator: " ")[...]) + gap }
        add("HOW THE IMR FINAL DETERMINATION WAS MADE")
        add("MAXIMUS Federal Services sent the complete case file to an expert reviewer.")
        add("CLINICAL CASE SUMMARY")
        add("The expert reviewer developed the following clinical case summary, including all medical records:")
        for _ in 0..<9 {
            add("The patient is a 50 year old man. He hurt his left knee on 2/1/2012 when he fell off a roof.")
        }
        add("IMR ISSUES, DECISIONS AND RATIONALES")
        add("The Final Determination was based on decisions for the disputed items/services set forth below:")
        add("Knee brace: Upheld")
        add("Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.")
        add("MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.")
        add("Decision rationale: " + lead + " " + rationale)
        let words = heading.split(separator: " ")
        if let pageBreak {
            text += lines(words[..<pageBreak]) + (form == .doubleSpaced ? "\n\n" : "\u{C}")
            text += lines(words[pageBreak...] + decision.split(separator: " ")) + gap
        } else {
            add(heading + decision)
        }
        add("Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.")
        add("MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.")
        add("Decision rationale: The request is not medically necessary.")
        return Array(text.utf8)
    }

    private func lines(_ words: ArraySlice<Substring>) -> String {
        var lines: [String] = [""]
        for word in words {
            if lines[lines.count - 1].isEmpty {
                lines[lines.count - 1] = String(word)
            } else if lines[lines.count - 1].count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        let end = form == .doubleSpaced ? " \n\n" : "\n"
        return lines.map { $0 + end }.joined()
    }

    private var gap: String {
        switch form {
        case .parted: "\n"
        case .lines: ""
        case .doubleSpaced: " \n\n"
        }
    }
}

@Suite("Headings in every form")
struct HeadingFormsTests {
    /// The heading of the second item as read, with the decision behind a bar.
    static func read(_ letter: SetLetter) -> String {
        guard let read = try? LetterReader.read(letter.text) else { return "not read" }
        let items = read.determinations[0].items
        guard items.count == 2 else { return "\(items.count) items" }
        return Folding.string(read.words.text, items[1].treatment) + "|" + (items[1].decision?.value.rawValue ?? "none")
    }

    @Test("a heading is read whole, wrapped at any width behind any ending of a rationale", arguments: Headings.all)
    func wrapped(heading: String, decision: String) {
        for form in SetLetter.Form.allCases {
            for width in [48, 64, 80, 95] {
                for ending in Headings.endings(before: heading) {
                    let letter = SetLetter(
                        form: form, width: width, rationale: ending, heading: heading, decision: decision)
                    #expect(Self.read(letter) == heading + Headings.decided(decision), "\(form) \(width) \(ending)")
                }
            }
        }
    }

    @Test("a heading is read whole when a page ends behind any of its words", arguments: Headings.all)
    func parted(heading: String, decision: String) {
        for form in SetLetter.Form.allCases {
            for position in 0..<heading.split(separator: " ").count {
                let letter = SetLetter(
                    form: form, width: 95, rationale: Headings.endings[0], heading: heading, decision: decision,
                    pageBreak: position)
                #expect(Self.read(letter) == heading + Headings.decided(decision), "\(form) page ends at \(position)")
            }
        }
    }

    @Test(
        "a rationale that was cut after a word leaves the next heading alone",
        arguments: [
            // In its first sentence, on a short line.
            "",
            // In a later sentence, on a short line.
            "The request",
            // Behind a word that no heading ends in.
            "The request for the",
            // On a line that is full.
            "The guidelines ask for a trial of exercise of six weeks that is supervised by a therapist, and the records show",
        ])
    func cut(rationale: String) {
        for heading in ["MRI of the left knee", "Lyrica 75mg #60 with 2 refills"] {
            for form in SetLetter.Form.allCases {
                let letter = SetLetter(
                    form: form, width: 95, rationale: rationale, heading: heading, decision: ": Upheld",
                    lead: "The notes are silent about an instability of the knee")
                #expect(Self.read(letter) == heading + "|upheld", "\(form)")
            }
        }
    }

    @Test(
        "of a partly authorized request the remaining portion is in dispute",
        arguments: [
            // One request.
            (
                "Tramadol #90 was the original request. #45 was authorized. The remaining portion of the original request, #45 is",
                "#45"
            ),
            // Several.
            (
                "EMG and NCV were the original requests. NCV was authorized. The remaining portion of the original requests, EMG is",
                "EMG"
            ),
            // In quotation marks.
            (
                "A walker was the original request. A cane was authorized. The remaining portion of the original request, “Deluxe” walker, is",
                "“Deluxe” walker"
            ),
        ])
    func disputed(heading: String, remaining: String) throws {
        for form in SetLetter.Form.allCases {
            let letter = SetLetter(
                form: form, width: 64, rationale: Headings.endings[0], heading: heading, decision: ": Upheld")
            let item = try #require(try LetterReader.read(letter.text).determinations[0].items.last)
            #expect(Folding.string(letter.text, item.requestInDispute) == remaining, "\(form)")
            #expect(item.isPartlyAuthorized)
        }
    }

    @Test("a rationale that quotes a heading with its decision makes no item of it")
    func quoted() {
        for form in SetLetter.Form.allCases {
            let letter = SetLetter(
                form: form, width: 95, rationale: "Here the reviewer before said of the Knee brace: Upheld",
                heading: "MRI",
                decision: ": Overturned", lead: "One was given last year.")
            #expect(Self.read(letter) == "MRI|overturned", "\(form)")
        }
    }
}

enum Headings {
    /// The decision as the test shows it.
    static func decided(_ decision: String) -> String {
        "|" + decision.filter(\.isLetter).lowercased()
    }

    /// The endings behind which a heading can be told: one in small letters or with a number first needs a full stop before it.
    static func endings(before heading: String) -> [String] {
        heading.first?.isUppercase ?? false ? endings : [endings[0], endings[2], endings[4]]
    }

    static let endings = [
        "The request is not medically necessary.",
        "The request is not medically necessary and appropriate",
        "The request is for \"one more brace (right).\"",
        "It cannot be deemed medically necessary (see above)",
        "Guidelines say: 1. rest; 2. ice. The request is therefore not certified. .",
        "As such, the request is not medically necessary at this time for this patient by Dr. X.",
    ]
    static let all: [(String, String)] = [
        ("Labs to include: EKG", ": Upheld"),
        ("Labs to include: CBC, CMP, UA: 1 set", ": Upheld"),
        ("MRI of the Lumbar Spine", ":Upheld"),
        ("MRI of the Left Knee", " : Overturned"),
        ("MRI of the L. spine without contrast", ": Upheld"),
        ("Norco 10/325 mg. #60", ": Upheld"),
        ("Norco 10/325mg 1 p.o. q.i.d. p.r.n. pain #120", ": Upheld"),
        ("Consultation with Dr. Doe, M.D. for the right wrist", ": Overturned"),
        ("12 sessions of physical therapy for the neck", ": Upheld"),
        ("1 (one) trigger point injection: 1cc of marcaine with 1cc of lidocaine into the trapezius", ": Upheld"),
        ("75-0.2mg #60 with 2 refills", ": Upheld"),
        ("(1) Follow up visit", ": Upheld"),
        ("(R) shoulder arthroscopy", ": Upheld"),
        // Marks glued to the first word belong to it.
        ("“Deluxe” walker", ": Upheld"),
        ("‘Cadillac’ walker [rental]", ": Upheld"),
        (".5 ml Kenalog injection", ": Upheld"),
        ("left knee brace", ": Upheld"),
        ("trigger point injections x 2 to the bilateral trapezius muscles", ": Upheld"),
        ("IF unit with supplies; 30-day rental", ": Upheld"),
        (
            "Physical therapy 2-3 times per week for 4-6 weeks, in treatment of the lumbar spine and left hip, for a total of 12-18 sessions",
            ": Upheld"
        ),
        ("Associated surgical service: Post-op physical therapy 2x6", ": Upheld"),
        ("Associated surgical service: Cold therapy unit: 7 day rental", ": Upheld"),
        ("Retrospective request for Lidocaine/Ketamine compound (DOS: 11/11/2016)", ": Upheld"),
        ("Retrospective: Toradol 60mg IM (DOS 1/2/15)", ": Overturned"),
        ("Urine drug screen (UDS), quarterly (4 times a year)", ": Upheld"),
        (
            "Flurbiprofen 20%/Lidocaine 5% cream 180 grams, and Gabapentin 10%/Cyclobenzaprine 6%/Tramadol 10% cream 180 grams",
            ": Upheld"
        ),
        (
            "Outpatient left L4-5, L5-S1 transforaminal epidural steroid injection under fluoroscopy and monitored anesthesia care",
            ": Upheld"
        ),
        ("Compound: Baclofen 2% / Flurbiprofen 5% / Acetyl-L-Carnitine 15% 180gm", ": Upheld"),
        (
            "Physical therapy 12 sessions was the original request. 6 sessions were authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Physical therapy 6 sessions is",
            ": Upheld"
        ),
        (
            "Norco 10/325mg #90 was the original request. Norco 10/325mg #45 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #45",
            ": Overturned"
        ),
        // Several requests were made.
        (
            "MRI of the neck: 3T, and X-ray were the original requests. X-ray was authorized by the Claims Administrator. The remaining IMR eligible portion of the original requests, MRI of the neck: 3T is",
            ": Upheld"
        ),
        ("Home Health Aide 4 hours/day, 7 days/week x 6 weeks", ": Upheld"),
        ("H-Wave unit, home use (purchase)", ": Upheld"),
        ("Hot/cold therapy unit w/ wrap - purchase", ": Upheld"),
        ("Zofran (Ondansetron) 4mg #30 w/ 1 refill", ": Upheld"),
        ("Terocin patches (Lidocaine 4%, Menthol 4%), #30", ": Upheld"),
        ("C5-6 and C6-7 ACDF with 2 day inpatient stay", ": Upheld"),
        ("Percocet 10/325mg, 1 tab every 4-6 hours as needed, no refills, #120", ": Upheld"),
        ("One-time referral to a pain psychologist, e.g. for CBT", ": Overturned"),
        ("Follow-up visit in 4 to 6 weeks, per 12/07/2016 order", ": Upheld"),
        ("Right carpal tunnel release vs. injection", ": Upheld"),
        ("Lumbar MRI w/o contrast, 3.0 Tesla only", ": Upheld"),
        ("Botox injection 200 units every 3 months: 2 cycles", ": Upheld"),
        ("Aquatic Therapy, 2 times a week for 6 weeks, Lumbar Spine", ": Upheld"),
        ("Pharmacy purchase of Ambien 10mg, #30, 0 refills", ": Upheld"),
        ("TENS unit (30 day trial) with electrodes, batteries, and lead wires x 2 months", ": Upheld"),
        ("Tylenol #3, quantity 60", ": Upheld"),
        ("Vitamin B-12 injection", ": Upheld"),
        ("UPPER EXTREMITY EMG/NCV", ": Upheld"),
        ("MRI", ": Overturned"),
        ("Trial of 6 chiropractic visits", ": Upheld"),
        ("Psychotherapy 1x/week x 10 weeks; Biofeedback 1x/week x 10 weeks", ": Upheld"),
        (
            "Interferential unit & supplies (electrodes, 10 packs; power pack, #24; adhesive remover towel mint, #32)",
            ": Upheld"
        ),
        ("Functional Restoration Program, 160 hours, 5 days a week/6 hours a day for 6 weeks", ": Upheld"),
        ("Transportation to and from all medical appointments", ": Upheld"),
        ("Follow-up with Orthopedist (right shoulder); Neurologist (headaches), etc.", ": Upheld"),
        ("Gym membership for 1 year, with pool access?", ": Upheld"),
        ("Genicin (Glucosamine Sodium) 500mg #90 - capsules", ": Upheld"),
        ("Prospective request for 1 prescription of Butrans 10mcg/hr #4", ": Upheld"),
        (
            "Topical: Ketoprofen 10%/Cyclobenzaprine 3%/Capsaicin 0.0375%/Menthol 2%/Camphor 1%, 30 day supply: 120gm",
            ": Upheld"
        ),
        ("Decision for one pair of custom orthotics", ": Upheld"),
        ("Claims Administrator requested re-evaluation", ": Upheld"),
        ("Guideline-based exercise program", ": Upheld"),
        ("Synvisc-One injection, right knee, under ultrasound guidance x 1", ": Overturned"),
        ("Laparoscopic Sleeve Gastrectomy (Medically supervised)", ": Upheld"),
        ("Medically supervised weight loss program", ": Upheld"),
        ("Durable medical equipment (DME): Lumbar orthosis, per the Sept. 3rd, 2015 request", ": Upheld"),
    ]
}
