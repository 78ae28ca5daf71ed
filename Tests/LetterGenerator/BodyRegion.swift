/// A part of the body, and what is wrong with it.
struct BodyRegion: Sendable {
    /// As headings name it, without a side.
    let name: String
    /// More than one of it; nil for what has no sides.
    let plural: String?
    /// What is found there.
    let diagnoses: [String]
    /// What an examination of it shows.
    let examination: [String]

    static let spine = [
        BodyRegion(
            name: "lumbar spine", plural: nil,
            diagnoses: [
                "lumbar sprain", "lumbar disc displacement", "lumbosacral radiculitis", "facet arthropathy at L4-5",
                "lumbago",
            ],
            examination: [
                "straight leg raise was positive at 60 degrees", "there was spasm of the paravertebral muscles",
                "flexion was limited to 45° with pain", "the ankle reflexes were diminished but symmetric",
            ]),
        BodyRegion(
            name: "cervical spine", plural: nil,
            diagnoses: [
                "cervical strain", "cervical disc protrusion at C5-6", "cervicalgia", "cervical radiculopathy",
            ],
            examination: [
                "Spurling's maneuver was positive", "rotation was limited to 50 degrees",
                "there was tenderness over the trapezius and levator scapulae",
            ]),
        BodyRegion(
            name: "thoracic spine", plural: nil, diagnoses: ["thoracic sprain", "thoracic myofascial pain"],
            examination: ["there was tenderness from T4 to T8", "extension of the mid back caused pain"]),
    ]

    static let limbs = [
        BodyRegion(
            name: "knee", plural: "knees",
            diagnoses: ["internal derangement of the knee", "medial meniscus tear", "patellofemoral pain"],
            examination: [
                "McMurray's sign was positive", "there was a trace effusion", "range of motion was 0–115 degrees",
            ]),
        BodyRegion(
            name: "shoulder", plural: "shoulders",
            diagnoses: ["impingement syndrome of the shoulder", "partial rotator cuff tear", "adhesive capsulitis"],
            examination: [
                "abduction was limited to 95 degrees", "Neer and Hawkins signs were positive",
                "strength of the rotator cuff was 4/5",
            ]),
        BodyRegion(
            name: "wrist", plural: "wrists",
            diagnoses: ["carpal tunnel syndrome", "de Quervain's tenosynovitis", "wrist sprain"],
            examination: ["Phalen's and Tinel's signs were positive", "grip strength was reduced to 18 kg"]),
        BodyRegion(
            name: "elbow", plural: "elbows", diagnoses: ["lateral epicondylitis", "cubital tunnel syndrome"],
            examination: ["resisted wrist extension was painful", "there was tenderness over the epicondyle"]),
        BodyRegion(
            name: "hip", plural: "hips", diagnoses: ["trochanteric bursitis", "hip strain"],
            examination: ["FABER testing was positive", "internal rotation was limited to 15 degrees"]),
        BodyRegion(
            name: "ankle", plural: "ankles", diagnoses: ["ankle sprain", "peroneal tendinitis"],
            examination: ["the anterior drawer test was negative", "there was swelling below the malleolus"]),
        BodyRegion(
            name: "hand", plural: "hands", diagnoses: ["crush injury of the hand", "trigger finger"],
            examination: ["two-point discrimination was 7 mm", "the A1 pulley was tender"]),
        BodyRegion(
            name: "foot", plural: "feet", diagnoses: ["plantar fasciitis", "metatarsalgia"],
            examination: ["the heel was tender at its medial tubercle", "gait was antalgic"]),
    ]
}
