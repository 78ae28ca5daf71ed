/// The category that the search tool of the Division of Workers' Compensation would file a request under.
///
/// Printed as there, with one star between its parts and with spelling mistakes and doubled names put right. Source: the list of
/// request categories of that tool. A request that fits none for certain is `unclassified`.
package enum RequestCategory: String, Hashable, Sendable, CaseIterable {
    case unclassified

    case diagnosticTesting = "Diagnostic Testing"
    case electrodiagnosticTesting = "Diagnostic Testing * EMG/NCV/NCS"
    case laboratory = "Diagnostic Testing * Lab & Pathology"
    case otherDiagnosticTests = "Diagnostic Testing * Other Diagnostic Tests"

    case durableEquipment = "DMEPOS * DME"
    case electricalStimulation = "DMEPOS * Electrical Stimulation"
    case prostheticsOrthotics = "DMEPOS * Prosthetics/Orthotics"
    case supplies = "DMEPOS * Supplies"

    case dentalServices = "Evaluation & Management * Dental Services"
    case medicalSpecialties = "Evaluation & Management * Medical Specialties"
    case homeHealth = "Home Health * Home Health"
    case facetInjection = "Injection * Facet Injection"
    case injection = "Injection * Injection"
    case programs = "Programs * Programs"
    case psychologicalEvaluation = "Psych Services * Evaluation & Management"
    case psychologicalTherapies = "Psych Services * Therapies"

    case acupuncture = "Rehabilitation * Acupuncture"
    case chiropractic = "Rehabilitation * Chiropractic"
    case otherRehabilitation = "Rehabilitation * Other Therapies"
    case physicalTherapy = "Rehabilitation * Physical Therapy/Occupational Therapy (PT/OT)"

    case adjunctSurgicalServices = "Surgery * Adjunct Surgical Services"
    case arthroscopicSurgery = "Surgery * Arthroscopic Surgery"
    case otherSurgery = "Surgery * Non-arthroscopic Surgery"
    case spineSurgery = "Surgery * Spine"
    case surgicalConsult = "Surgery * Surgical Consult"
    case otherTherapies = "Therapies * Other Therapies"
    case transportation = "Transportation * Transportation"

    case corticosteroids = "Pharmaceuticals * Adrenal Cortical Steroids"
    case alphaBlocker = "Pharmaceuticals * Alpha-blocker"
    case androgens = "Pharmaceuticals * Androgens & Anabolic Steroids"
    case antianxiety = "Pharmaceuticals * AntiAnxiety"
    case anticoagulant = "Pharmaceuticals * Anti-coagulant"
    case antidepressant = "Pharmaceuticals * Antidepressant"
    case antidiabetics = "Pharmaceuticals * Antidiabetics"
    case antiemetic = "Pharmaceuticals * Antiemetic"
    case antiepilepsy = "Pharmaceuticals * Anti-epilepsy drugs"
    case antihistamine = "Pharmaceuticals * Antihistamine"
    case antihypertensive = "Pharmaceuticals * Antihypertensive"
    case antiinfectives = "Pharmaceuticals * Anti-infectives"
    case antimigraine = "Pharmaceuticals * Antimigraine Agent"
    case asthmaMedication = "Pharmaceuticals * Asthma medication"
    case atypicalAntipsychotic = "Pharmaceuticals * Atypical Antipsychotic"
    case barbiturates = "Pharmaceuticals * Barbiturates"
    case benzodiazepine = "Pharmaceuticals * Benzodiazepine"
    case betaBlocker = "Pharmaceuticals * Beta-blocker"
    case bisphosphonates = "Pharmaceuticals * Bisphosphonates"
    case calciumChannelBlocker = "Pharmaceuticals * Calcium Channel Blocker"
    case cannabinoids = "Pharmaceuticals * Cannabinoids"
    case dopamineAgonists = "Pharmaceuticals * Dopamine agonists"
    case fibricAcid = "Pharmaceuticals * Fibric Acid"
    case gastrointestinalAgents = "Pharmaceuticals * GI Agents"
    case histamine2Blocker = "Pharmaceuticals * H2 Blocker"
    case hormones = "Pharmaceuticals * Hormones"
    case impotenceAgents = "Pharmaceuticals * Impotence Agents"
    case injectedDrug = "Pharmaceuticals * Injection"
    case otherAnalgesics = "Pharmaceuticals * Misc Analgesics"
    case muscleRelaxant = "Pharmaceuticals * Muscle Relaxant"
    case nonsteroidalAntiinflammatory = "Pharmaceuticals * NSAID"
    case nutritionalProducts = "Pharmaceuticals * Nutritional Products"
    case opioids = "Pharmaceuticals * Opioids"
    case opioidAntagonist = "Pharmaceuticals * Opioid Antagonist"
    case protonPumpInhibitors = "Pharmaceuticals * Proton Pump Inhibitors"
    case sedativeHypnotics = "Pharmaceuticals * Sedative-hypnotics"
    case statin = "Pharmaceuticals * Statin"
    case topicalAnalgesics = "Pharmaceuticals * Topical Analgesics"
    case topicalCompounds = "Pharmaceuticals * Topical Compounds"
    case tumorNecrosisFactor = "Pharmaceuticals * Tumor necrosis factor (TNF) modified"
    case viscosupplementation = "Pharmaceuticals * Viscosupplementation"

    /// The category as printed.
    package var description: String { rawValue }

    /// The kind of treatment that the category holds.
    package var kind: TreatmentKind {
        switch self {
        case .unclassified, .homeHealth, .programs, .adjunctSurgicalServices, .transportation, .supplies: .other
        case .diagnosticTesting: .imaging
        case .electrodiagnosticTesting, .laboratory, .otherDiagnosticTests: .test
        case .durableEquipment, .electricalStimulation, .prostheticsOrthotics: .equipment
        case .dentalServices, .medicalSpecialties, .psychologicalEvaluation, .surgicalConsult: .consultation
        case .facetInjection, .injection, .injectedDrug, .viscosupplementation: .injection
        case .psychologicalTherapies, .acupuncture, .chiropractic, .otherRehabilitation, .physicalTherapy,
            .otherTherapies:
            .therapy
        case .arthroscopicSurgery, .otherSurgery, .spineSurgery: .surgery
        default: .drug
        }
    }
}

extension RequestCategory: CustomStringConvertible {}
