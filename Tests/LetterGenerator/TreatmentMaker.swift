/// Makes up treatments.
struct TreatmentMaker {
    private struct Drug {
        let name: String
        let strengths: [String]
        let isOpioid: Bool
    }

    private static let drugs = [
        Drug(name: "Cyclobenzaprine", strengths: ["7.5mg", "10 mg"], isOpioid: false),
        Drug(name: "Tramadol ER", strengths: ["100mg", "150mg"], isOpioid: true),
        Drug(name: "Gabapentin", strengths: ["300mg", "600mg"], isOpioid: false),
        Drug(name: "Norco", strengths: ["5/325mg", "10/325mg", "7.5-325mg"], isOpioid: true),
        Drug(name: "Percocet", strengths: ["5/325mg", "10-325 mg"], isOpioid: true),
        Drug(name: "Oxycodone", strengths: ["10mg", "15 mg"], isOpioid: true),
        Drug(name: "Omeprazole", strengths: ["20mg"], isOpioid: false),
        Drug(name: "Naproxen sodium", strengths: ["550mg"], isOpioid: false),
        Drug(name: "Etodolac", strengths: ["400mg"], isOpioid: false),
        Drug(name: "Lidocaine patch", strengths: ["5%"], isOpioid: false),
        Drug(name: "Diclofenac gel", strengths: ["1% 100gm"], isOpioid: false),
        Drug(name: "Zolpidem (Ambien)", strengths: ["5mg", "10mg"], isOpioid: false),
        Drug(name: "Duloxetine", strengths: ["30mg", "60mg"], isOpioid: false),
        Drug(name: "Tizanidine", strengths: ["2mg", "4mg"], isOpioid: false),
        Drug(name: "Flurbiprofen 20%/Baclofen 2%/Camphor 2% cream", strengths: ["180 grams"], isOpioid: false),
        Drug(name: "Sumatriptan®", strengths: ["50 mg"], isOpioid: false),
        Drug(name: "Topiramate", strengths: ["25mg", "50mg"], isOpioid: false),
        Drug(name: "Ketoprofen", strengths: ["75-0.2mg"], isOpioid: false),
    ]

    private static let therapies = [
        "Physical therapy", "Acupuncture", "Chiropractic manipulation", "Aquatic therapy", "Massage therapy",
        "Occupational therapy", "Additional physical therapy", "Myofascial release therapy", "Chiropractic treatment",
    ]

    private static let numbers = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    // MARK: Places

    /// A side and a part of the body.
    static func place(_ chance: inout Chance) -> String {
        if chance.happens(45) { return chance.pick(BodyRegion.spine).name }
        let region = chance.pick(BodyRegion.limbs)
        switch chance.below(10) {
        case 0: return "bilateral \(region.plural ?? region.name)"
        case 1...4: return "left \(region.name)"
        case 5...8: return "right \(region.name)"
        default: return region.name
        }
    }

    /// A treatment of a kind.
    /// - Parameter isCounted: Whether it must say how much, so that it could be authorized as written.
    static func treatment(_ kind: Treatment.Kind, isCounted: Bool, _ chance: inout Chance) -> Treatment {
        switch kind {
        case .drug, .opioid: drug(isOpioid: kind == .opioid, &chance)
        case .therapy: therapy(&chance)
        case .injection: injection(isCounted: isCounted, &chance)
        case .imaging: imaging(&chance)
        case .study: study(&chance)
        case .surgery: surgery(&chance)
        case .equipment: equipment(&chance)
        case .service: service(&chance)
        }
    }

    // MARK: Kinds

    private static func drug(isOpioid: Bool, _ chance: inout Chance) -> Treatment {
        let drug = chance.pick(drugs.filter { $0.isOpioid == isOpioid })
        let strength = chance.pick(drug.strengths)
        let count = chance.pick([20, 30, 60, 90, 120])
        let amount = chance.pick([
            "#\(count)", ", #\(count)", "#\(count) with 2 refills", "QTY: \(count)", "quantity \(count)",
        ])
        let gap = amount.hasPrefix(",") ? "" : " "
        var treatment = Treatment(
            kind: isOpioid ? .opioid : .drug, request: "\(drug.name) \(strength)\(gap)\(amount)",
            name: chance.happens(50) ? drug.name : "\(drug.name) \(strength)")
        let given = count * 2 / 3
        treatment.portion = (
            "\(drug.name) \(strength) #\(count)", "\(drug.name) \(strength) #\(given)",
            "\(drug.name) \(strength) #\(count - given)"
        )
        if chance.happens(12) {
            treatment.request = "Pharmacy purchase of " + treatment.request
        }
        return treatment
    }

    private static func therapy(_ chance: inout Chance) -> Treatment {
        let name = chance.pick(therapies)
        let place = place(&chance)
        let times = chance.within(1...3)
        let weeks = chance.pick([2, 3, 4, 6, 8])
        let total = times * weeks
        let rate = chance.pick([
            "\(times) times a week for \(weeks) weeks", "\(times)x\(weeks)",
            "\(numbers[times]) times per week for \(weeks) weeks",
            "\(times) times a week for \(weeks) weeks (\(total) sessions)",
        ])
        let request = chance.pick([
            "\(name) \(rate) for the \(place)", "\(name), \(place), \(rate)",
            "\(name) for the \(place), \(total) sessions",
            "\(total) sessions of \(lowered(name)) for the \(place)", "\(name) for the \(place); \(total) visits",
        ])
        let given = max(1, total / 2)
        let whole = total == given ? total + 2 : total
        return Treatment(
            kind: .therapy, request: request, name: lowered(name), place: place,
            portion: (
                "\(name) for the \(place), \(whole) sessions", "\(name) for the \(place), \(given) sessions",
                "\(name) for the \(place), \(whole - given) sessions"
            ))
    }

    private static func injection(isCounted: Bool, _ chance: inout Chance) -> Treatment {
        let side = chance.pick(["Left ", "Right ", "Bilateral ", ""])
        let level = chance.pick(["L4-5", "L5-S1", "L4-5, L5-S1", "C5-6", "C6-C7"])
        let kinds = [
            ("\(side)\(level) transforaminal epidural steroid injection", "transforaminal epidural steroid injection"),
            ("\(side)facet joint injections at \(level)", "facet joint injections"),
            ("\(side)medial branch block \(level) under fluoroscopic guidance", "medial branch block"),
            ("\(side)occipital nerve block", "occipital nerve block"),
            ("\(side)subacromial corticosteroid injection", "subacromial corticosteroid injection"),
            ("\(side)trigger point injections", "trigger point injections"),
        ]
        let (start, name) = chance.pick(kinds)
        let amount =
            isCounted || chance.happens(50) ? chance.pick([" times 2", ", QTY: 2", " QTY #2", " #2", " x 3"]) : ""
        return Treatment(kind: .injection, request: raised(start) + amount, name: name)
    }

    private static func imaging(_ chance: inout Chance) -> Treatment {
        let place = place(&chance)
        let (long, short) = chance.pick([
            ("MRI", "MRI"), ("MRI (magnetic resonance imaging)", "magnetic resonance imaging"), ("CT scan", "CT scan"),
            ("X-ray", "x-ray"), ("Ultrasound", "ultrasound"), ("MR arthrogram", "MR arthrogram"),
        ])
        let tail = chance.pick([
            "", " without contrast", " with and without contrast", ", 3 views", ", 1.5 Tesla or higher",
        ])
        return Treatment(kind: .imaging, request: "\(long) of the \(place)\(tail)", name: short, place: place)
    }

    private static func study(_ chance: inout Chance) -> Treatment {
        let limb = chance.pick(["left upper extremity", "right lower extremity", "bilateral upper extremities"])
        let (request, name, place) = chance.pick([
            ("EMG/NCS of the \(limb)", "EMG/NCS", limb), ("EMG and NCV of the \(limb)", "EMG and NCV", limb),
            ("Urine drug screen", "urine drug screen", ""), ("Labs to include: CBC, CMP and hepatic panel", "labs", ""),
            ("Sleep study (polysomnogram)", "sleep study", ""), ("Pre-op labs: CBC, PT/PTT", "pre-op labs", ""),
        ])
        return Treatment(kind: .study, request: request, name: name, place: place)
    }

    private static func surgery(_ chance: inout Chance) -> Treatment {
        let side = chance.pick(["left", "right"])
        let (request, name, place) = chance.pick([
            ("\(raised(side)) knee arthroscopy with partial medial meniscectomy", "arthroscopy", "\(side) knee"),
            (
                "\(raised(side)) shoulder arthroscopy with subacromial decompression and possible rotator cuff repair",
                "arthroscopy", "\(side) shoulder"
            ),
            ("\(raised(side)) carpal tunnel release", "carpal tunnel release", "\(side) wrist"),
            ("L5-S1 laminectomy and discectomy with 2-day inpatient stay", "laminectomy and discectomy", ""),
            ("Anterior cervical discectomy and fusion C5-C6", "discectomy and fusion", ""),
            ("Total \(side) hip replacement", "hip replacement", "\(side) hip"),
        ])
        return Treatment(kind: .surgery, request: request, name: name, place: place)
    }

    private static func equipment(_ chance: inout Chance) -> Treatment {
        let (request, name) = chance.pick([
            ("TENS unit with supplies, 30-day trial", "TENS unit"), ("Lumbar-sacral orthosis (LSO) brace", "brace"),
            ("Home H-wave device, purchase", "H-wave device"),
            ("Interferential unit, 60 day rental", "interferential unit"),
            ("Hot/cold therapy unit with wrap (purchase)", "hot/cold therapy unit"),
            ("Cervical pillow", "cervical pillow"),
            ("Thumb spica splint QTY: 1", "thumb spica splint"), ("Ergonomic chair", "ergonomic chair"),
            ("Electrodes, 8 pairs per month", "electrodes"), ("Walker with 5” wheels", "walker"),
        ])
        return Treatment(kind: .equipment, request: request, name: name)
    }

    private static func service(_ chance: inout Chance) -> Treatment {
        let (request, name) = chance.pick([
            ("Pain management consultation", "consultation"), ("Follow-up visit in 6 weeks", "follow-up visit"),
            ("Home health aide 4 hours a day, 3 days a week for 6 weeks", "home health aide"),
            ("Functional capacity evaluation", "functional capacity evaluation"),
            ("Psychological evaluation and treatment, 6 sessions", "psychological evaluation and treatment"),
            ("Cognitive behavioral therapy x 6 sessions", "cognitive behavioral therapy"),
            ("Transportation to and from medical appointments", "transportation"),
            ("Gym membership × 6 months", "gym membership"), ("Referral to an orthopedist", "referral"),
            ("Multidisciplinary evaluation for a functional restoration program", "multidisciplinary evaluation"),
        ])
        return Treatment(kind: .service, request: request, name: name)
    }

    /// Services that go with a surgery.
    static let ancillary = [
        "Associated surgical service: Pre-operative medical clearance",
        "Associated surgical services: Cold therapy unit, 7-day rental", "Associated surgical service: Crutches",
        "Associated surgical service: Post-operative physical therapy, 12 sessions",
        "Associated surgical service: Assistant surgeon", "Associated surgical service: Sling with abduction pillow",
        "Post-op office visits x 2", "Surgical assistant (PA-C)",
    ]

    // MARK: Letters

    /// With a capital first letter.
    static func raised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// With a small first letter, unless the first word is written in capitals.
    static func lowered(_ text: String) -> String {
        let second = text.dropFirst().first
        if second.map({ !$0.isLowercase }) ?? true { return text }
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
