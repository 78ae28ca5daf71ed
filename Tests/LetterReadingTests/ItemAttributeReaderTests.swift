import Determinations
import LetterReading
import Testing

@Suite("ItemAttributeReader")
struct ItemAttributeReaderTests {
    static func read(_ heading: String, original: String? = nil) -> (attributes: ItemAttributes, words: Words) {
        let whole =
            original.map { "\($0) was the original request. The remaining portion of the original request, \(heading)" }
            ?? heading
        let words = Words(Array(whole.utf8))
        let end = whole.utf8.count
        let item = Item(
            number: 1, treatment: ByteRange(0, end), requestInDispute: ByteRange(end - heading.utf8.count, end),
            isPartlyAuthorized: original != nil, decision: nil, claimsAdministratorGuideline: nil,
            reviewerGuideline: nil,
            rationale: nil)
        return (ItemAttributeReader.read(item, in: words), words)
    }

    @Test(
        "quantities",
        arguments: [
            ("Ultram 50mg #30", "#30"),  // number sign
            ("Soma 350 mg # 90", "#90"),  // blank after the sign
            ("Wrist splint QTY: 2", "#2"),  // label with a colon
            ("Trigger point injections QTY #1", "#1"),  // label and sign
            ("Lyrica 75mg, quantity of 60", "#60"),  // label in words
            ("Motrin 600mg Qty: 60.00", "#60"),  // needless decimals
            ("Cream 240 grams", "240 grams"),  // unit in words
            ("Lidocaine 5% 106.32gm", "106.32 grams"),  // unit glued to a decimal
            ("Suspension 25mg/ml 420ml", "420 ml"),  // the ml of the strength does not count
            ("Cervical injection times 2", "2 times"),  // times
            ("Knee injection x 3", "3 times"),  // x
            ("Knee injection x3", "3 times"),  // glued x
            ("Knee injection \u{D7} 3", "3 times"),  // multiplication sign
            ("Injections ten (10) times", "10 times"),  // doubled number
            ("1 (one) trigger point injection", "1 injection"),  // doubled the other way, unit some words on
            ("One (1) MRI of the neck", "#1"),  // doubled, nothing named
            ("Eight (8) physical therapy sessions", "8 sessions"),  // unit behind the treatment's name
            ("12 visits", "12 visits"),  // plain
            ("Physical therapy sessions, 12", "12 sessions"),  // at the end
            ("Physical therapy x 12 visits", "12 visits"),  // unit takes the place of times
            ("Twenty-four sessions of massage", "24 sessions"),  // two words
            ("Compound cream 120grams #1", "120 grams, #1"),  // two quantities
        ])
    func quantities(heading: String, expected: String) {
        #expect(Self.read(heading).attributes.quantity == expected)
    }

    @Test(
        "frequencies",
        arguments: [
            ("Physical therapy 2 times a week for 6 weeks", "2 times a week for 6 weeks"),  // plain
            ("PT 3x/week x 4", "3 times a week times 4"),  // no period for the duration
            ("Chiropractic twice a week", "2 times a week"),  // adverb
            ("Norco once daily", "once a day"),  // adverb of the period
            ("Home health 12 hours per day", "12 hours a day"),  // hours
            ("Acupuncture 1 to 2 times per week for 4 weeks", "1 to 2 times a week for 4 weeks"),  // range
            ("Acupuncture 2-3x/wk for 4-6 wks", "2 to 3 times a week for 4 to 6 weeks"),  // ranges with hyphens
            ("PT three (3) times weekly for four (4) weeks", "3 times a week for 4 weeks"),  // doubled numbers
            ("Aide 6 hours per day, 5 times a week for 4 weeks", "6 hours a day, 5 times a week for 4 weeks"),  // two
            ("Physical exam 2 times 8", "2 times 8"),  // product
            ("PT 2x6", "2 times 6"),  // glued product
            ("PT 2x6 weeks", "2 times for 6 weeks"),  // glued product with a period
            ("Cold unit, seven day use", "for 7 days"),  // duration alone
            ("TENS unit 30-day trial", "for 30 days"),  // hyphen
            ("Lyrica 75mg BID", "2 times a day"),  // abbreviation of prescriptions
            ("Botox every 3 months", "once every 3 months"),  // several periods
        ])
    func frequencies(heading: String, expected: String) {
        #expect(Self.read(heading).attributes.frequency == expected)
    }

    @Test(
        "strengths",
        arguments: [
            ("Ultram 50mg", "50 mg"),  // glued
            ("Soma 350 mg", "350 mg"),  // apart
            ("Norco 10/325mg", "10/325 mg"),  // two substances
            ("Norco 7.5-325mg", "7.5/325 mg"),  // hyphen
            ("Tablet 75-0.2mg", "75/0.2 mg"),  // decimals in the second
            ("Lidocaine 5%", "5%"),  // share
            ("Capsaicin .025 %", "0.025%"),  // no zero, a blank
            ("Suspension 25mg/ml", "25 mg/ml"),  // dissolved
            ("Syrup 5 mg/5 ml", "5 mg/5 ml"),  // dissolved in an amount
            ("Patch 50mcg/hr", "50 mcg/hour"),  // by the hour
        ])
    func strengths(heading: String, expected: String) {
        #expect(Self.read(heading).attributes.strength == expected)
    }

    @Test(
        "nothing is found where nothing stands",
        arguments: [
            "MRI of the lumbar spine",  // nothing
            "L4-5, L5-S1 facet injection",  // levels are no quantities
            "MRI, 1.5 Tesla or higher",  // another unit
            "Service on 8/26/13",  // a date
            "Training in activities of daily living",  // daily living
            "TENS unit, daily trial, lumbar spine",  // the kind of a trial
            "Barrier cream, daily dose as directed",  // the kind of a dose
            "2 level fusion",  // levels
            "Follow-up visit in 6 weeks",  // a point in time
            "4x4 gauze",  // a size
        ])
    func nothing(heading: String) {
        let attributes = Self.read(heading).attributes
        #expect(attributes.quantity == nil && attributes.frequency == nil && attributes.strength == nil)
    }

    @Test("refills, forms, levels, sides and parts, each with its bytes")
    func places() {
        let (drug, drugWords) = Self.read("Voltaren gel 1% with 2 refills")
        #expect(drug.refills?.value == 2)
        #expect(drug.refills.map { Folding.string(drugWords.text, $0.range) } == "2 refills")
        #expect(drug.forms.map(\.value) == [.gel])
        let (block, words) = Self.read("Left L4-5, L5-S1 block, bilateral arms, low back and right upper extremity")
        #expect(block.spinalLevels.map(\.value.description) == ["L4-L5", "L5-S1"])
        #expect(block.side == "left, bilateral, right")
        #expect(block.sides.map { Folding.string(words.text, $0.range) } == ["Left", "bilateral", "right"])
        #expect(block.bodyParts.map(\.value) == [.upperExtremity, .lowBack, .upperExtremity])
    }

    @Test("a remaining portion takes sides and parts from the original request, but no quantity")
    func remainder() {
        let attributes = Self.read("2 sessions", original: "Physical therapy for the right knee, 12 sessions")
            .attributes
        #expect(attributes.quantity == "2 sessions")
        #expect(attributes.side == "right")
        #expect(attributes.bodyParts.map(\.value) == [.knee])
    }

    @Test(
        "services already rendered",
        arguments: [
            ("Retrospective MRI", true, 0),  // the word
            ("CT scan (DOS: 11/11/2016)", true, 1),  // label
            ("Injection on date of service 8/26/13", true, 1),  // label in words
            ("Labs, dates of service 1/2/2016 and 1/9/2016", true, 2),  // two days
            ("PT per 12/07/2016 order", false, 0),  // the day of an order
        ])
    func rendered(heading: String, isRetrospective: Bool, dates: Int) {
        let attributes = Self.read(heading).attributes
        #expect(attributes.isRetrospective == isRetrospective)
        #expect(attributes.serviceDates.count == dates)
    }

    @Test(
        "categories and kinds",
        arguments: [
            ("Norco 10/325mg #60", RequestCategory.opioids, TreatmentKind.drug),  // a drug
            ("Flurbiprofen 10%/Lidocaine 5% cream", .topicalCompounds, .drug),  // several substances
            ("Voltaren gel 100 grams", .topicalAnalgesics, .drug),  // one on the skin
            ("Toradol injection 60mg", .injectedDrug, .injection),  // a drug by injection
            ("Lumbar epidural steroid injection", .injection, .injection),  // a procedure
            ("Medial branch block L4-5", .facetInjection, .injection),  // facets
            ("Twelve sessions of physical therapy", .physicalTherapy, .therapy),  // no treatment in the head
            ("Chiropractic evaluation", .chiropractic, .therapy),  // therapy before visit
            ("Acupuncture 2 times a week", .acupuncture, .therapy),  // therapy
            ("MRI of the neck", .diagnosticTesting, .imaging),  // picture
            ("EMG/NCS of both arms", .electrodiagnosticTesting, .test),  // test
            ("Right knee arthroscopy with meniscectomy", .arthroscopicSurgery, .surgery),  // operation
            ("Associated surgical service: Shoulder brace", .adjunctSurgicalServices, .equipment),  // ancillary
            ("Office visit and trigger point injection", .unclassified, .other),  // two equals
            ("Ultrasound", .unclassified, .other),  // therapy or picture
        ])
    func categories(heading: String, category: RequestCategory, kind: TreatmentKind) {
        let attributes = Self.read(heading).attributes
        #expect(attributes.category == category)
        #expect(attributes.kind == kind)
    }
}
