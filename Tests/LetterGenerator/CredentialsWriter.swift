/// Writes the first section: who reviewed, and with what qualifications.
struct CredentialsWriter {
    private static let states = [
        "California", "Texas", "New York", "Ohio", "West Virginia", "North Carolina", "Florida", "Arizona", "Oregon",
        "New Hampshire", "Nevada", "District of Columbia", "Rhode Island", "Washington", "Georgia", "Hawaii",
    ]
    private static let specialties = [
        "Family Practice", "Internal Medicine", "Occupational Medicine", "Preventive Medicine", "Pain Management",
        "Anesthesiology", "Neurology", "Orthopedic Surgery", "Physical Medicine & Rehabilitation", "Emergency Medicine",
        "Public Health & General Preventive Medicine", "Psychiatry", "Chiropractor", "Hand Surgery", "Sports Medicine",
        "Hospice & Palliative Medicine", "Dentist", "Neurological Surgery", "Acupuncturist",
    ]
    private static let inlineSpecialties = [
        "Family Practice", "Internal Medicine", "Occupational Medicine", "Pain Management", "Anesthesiology",
        "Physical Medicine and Rehabilitation", "Orthopedic Surgery", "Preventive Medicine", "Neurology",
        "Emergency Medicine",
    ]

    private static let opening =
        "MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the"
        + " employer, employee, providers or the claims administrator."
    private static let practice =
        "He/she has been in active clinical practice for more than five years and is currently working at least 24 hours"
        + " a week in active practice. The expert reviewer was selected based on his/her clinical experience, education,"
        + " background, and expertise in the same or similar specialties that evaluate and/or treat the medical condition"
        + " and disputed items/services. He/she is familiar with governing laws and regulations, including the strength of"
        + " evidence hierarchy that applies to Independent Medical Review determinations."

    /// The paragraphs; the qualifications go into the truth.
    static func passages(isInline: Bool, truth: inout LetterTruth, _ chance: inout Chance) -> [Passage] {
        if isInline { return [inline(&truth, &chance)] }
        truth.licensure = chance.pick(chance.pick([1, 1, 2, 3, 4]), of: states)
        truth.certifications = chance.pick(chance.pick([1, 1, 2, 2, 3]), of: specialties)
        let comma = chance.happens(50) ? ", " : ","
        var block = Passage(.body, "The Expert Reviewer has the following credentials:", as: .credentials)
        block.add("\n")
        block.add("State(s) of Licensure: " + truth.licensure.joined(separator: comma), as: .credentials)
        block.add("\n")
        block.add(
            "Certification(s)/Specialty: " + truth.certifications.joined(separator: chance.happens(80) ? ", " : ","),
            as: .credentials)
        return [Passage(.body, "\(opening) \(practice)"), block]
    }

    private static func inline(_ truth: inout LetterTruth, _ chance: inout Chance) -> Passage {
        let role = chance.happens(60) ? "expert" : "physician"
        truth.licensure = chance.pick(chance.pick([1, 1, 1, 2, 3]), of: states)
        truth.certifications = chance.pick(chance.pick([1, 1, 2]), of: inlineSpecialties)
        let isSubspecialty = truth.certifications.count == 2 && chance.happens(30)
        let specialties = truth.certifications.joined(separator: isSubspecialty ? ", has a subspecialty in " : " and ")
        let states =
            truth.licensure.count == 2
            ? truth.licensure.joined(separator: chance.happens(50) ? " and " : ", ")
            : truth.licensure.joined(separator: ", ")
        let joint = chance.pick([", and is", " and is", "  and is"])
        var passage = Passage(
            .body, opening.split(separator: "expert").joined(separator: Substring(role)) + " ")
        passage.add(
            "The \(role) reviewer is Board Certified in \(specialties)\(joint) licensed to practice in \(states).",
            as: .credentials)
        passage.add(" \(practice)")
        return passage
    }
}
