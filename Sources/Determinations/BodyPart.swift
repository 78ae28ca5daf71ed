/// A part of the body that a treatment is for; words that mean the same are one part (neck and cervical, leg and lower extremity).
package enum BodyPart: String, Hashable, Sendable, CaseIterable {
    case head, face, eye, ear
    case neck
    case upperBack = "upper back"
    case lowBack = "low back"
    /// The back or the spine, without saying which part of it.
    case back
    case chest, abdomen, groin, pelvis
    case sacroiliacJoint = "sacroiliac joint"
    case buttock
    case shoulder
    case upperExtremity = "upper extremity"
    case elbow, forearm, wrist, hand, finger
    case hip, thigh
    case lowerExtremity = "lower extremity"
    case knee, ankle, foot, toe

    /// The larger part that holds this one.
    package enum Region: Hashable, Sendable {
        case head, spine, trunk, upperLimb, lowerLimb
    }

    /// The region; an arm and an elbow, or a back and a neck, share theirs.
    package var region: Region {
        switch self {
        case .head, .face, .eye, .ear: .head
        case .neck, .upperBack, .lowBack, .back, .sacroiliacJoint: .spine
        case .chest, .abdomen, .groin, .pelvis, .buttock: .trunk
        case .shoulder, .upperExtremity, .elbow, .forearm, .wrist, .hand, .finger: .upperLimb
        case .hip, .thigh, .lowerExtremity, .knee, .ankle, .foot, .toe: .lowerLimb
        }
    }

    /// Whether the two can mean the same place: they are equal, or one of them names a whole region that holds the other.
    package func canMean(_ other: BodyPart) -> Bool {
        if self == other { return true }
        let wholes: Set<BodyPart> = [.back, .upperExtremity, .lowerExtremity]
        return region == other.region && (wholes.contains(self) || wholes.contains(other))
    }
}
