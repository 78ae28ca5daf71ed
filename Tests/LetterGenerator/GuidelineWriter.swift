/// Writes the guideline paragraphs of an item.
struct GuidelineWriter {
    /// Whether the letter cites editions with years and sections, as from 2015, or page numbers, as before.
    let citesSections: Bool

    private static let chapters = [
        "Chronic Pain Medical Treatment 2009", "Chronic Pain Medical Treatment 2016", "Low Back Complaints 2004",
        "Neck and Upper Back Complaints 2004", "Shoulder Complaints 2004", "Knee Complaints 2004",
        "Forearm, Wrist, and Hand Complaints 2004", "Ankle and Foot Complaints 2004", "Elbow Complaints 2007",
        "Opioids Treatment 2016",
    ]
    private static let sections = [
        "Special Studies", "Physical Methods", "Initial Care", "Muscle relaxants (for pain)", "Summary",
        "Opioids, criteria for use", "NSAIDs, GI symptoms & cardiovascular risk", "Surgical Considerations",
        "Manual therapy & manipulation", "Epidural steroid injections (ESIs)", "Topical analgesics",
        "TENS, chronic pain (transcutaneous electrical nerve stimulation)",
    ]
    private static let olderChapters = [
        "Chronic Pain Treatment Guidelines", "ACOEM", "Acupuncture Treatment Guidelines",
        "Postsurgical Treatment Guidelines", "ACOEM Chapter 12 Low Back Complaints", "General Approaches",
    ]
    private static let otherSources = [
        "Official Disability Guidelines (ODG)", "Official Disability Guidelines (ODG), Pain Chapter, Compound drugs",
        "Official Disability Guidelines (ODG) Low Back (Lumbar & Thoracic: Acute & Chronic), MRIs",
        "ODG Knee & Leg (updated 3/31/16): Durable medical equipment", "ACOEM, 3rd ed., Chronic Pain, pg. 128-129",
        "http://www.ncbi.nlm.nih.gov/pubmed/1234567", "Other Medical Treatment Guideline or Medical Evidence: AAOS",
        "ODG, Shoulder Chapter, Arthroscopy; and www.odg-twc.com", "the Physician’s Desk Reference",
    ]

    /// A paragraph for one side, and whether it cites no evidence at all.
    func paragraph(isReviewer: Bool, _ chance: inout Chance) -> (text: String, citesNothing: Bool) {
        let who = isReviewer ? "The Expert Reviewer" : "The Claims Administrator"
        switch chance.below(40) {
        case 0:
            return ("\(who) did not cite any medical evidence for its decision.", true)
        case 1...5:
            return (
                "\(who) did not base their decision on the MTUS. Decision based on Non-MTUS Citation \(other(&chance))",
                false
            )
        case 6...10 where citesSections:
            return (
                "\(who) based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on"
                    + " Non-MTUS Citation \(other(&chance))", false
            )
        case 11...16:
            return ("\(mtus(&chance)) Decision based on Non-MTUS Citation \(other(&chance))", false)
        default:
            return (mtus(&chance), false)
        }
    }

    private func other(_ chance: inout Chance) -> String {
        chance.pick(Self.otherSources) + (chance.happens(70) ? "." : "")
    }

    private func mtus(_ chance: inout Chance) -> String {
        if citesSections {
            var text = "Decision based on MTUS \(chance.pick(Self.chapters))"
            if chance.happens(75) { text += ", Section(s): \(chance.pick(Self.sections))" }
            if chance.happens(20) {
                text += ", and \(chance.pick(Self.chapters)), Section(s): \(chance.pick(Self.sections))"
            }
            return text + "."
        }
        var text = "Decision based on MTUS \(chance.pick(Self.olderChapters))"
        if chance.happens(40) { text += " \(chance.pick(Self.sections))" }
        if chance.happens(60) {
            text += " Page(s): \(chance.within(8...130))" + (chance.happens(30) ? "-\(chance.within(131...140))" : "")
        }
        return text + "."
    }
}
