package import Determinations

/// The words for sides, parts of the body and levels of the spine.
///
/// - "both" is a side only where a body part follows within three words.
/// - Words that mean the same part are listed together; the longest phrase wins, so that "low back" is not "back".
package enum BodyTerms {
    private static let sides: PhraseTable<Side> = PhraseTable([
        (.left, "left, lt, left sided"), (.right, "right, rt, right sided"),
        (.bilateral, "bilateral, bilaterally, bilat"),
    ])
    private static let both = Word.key(of: "both")
    private static let parts: PhraseTable<BodyPart> = PhraseTable([
        (.head, "head, skull, cranial, occipital, brain, scalp"),
        (.face, "face, facial, jaw, tmj, temporomandibular, mandible, nasal, nose"),
        (.eye, "eye, eyes, ocular"), (.ear, "ear, ears"),
        (.neck, "neck, cervical, c spine, cervical spine, cspine"),
        (
            .upperBack,
            "upper back, mid back, midback, middle back, thoracic, thoracic spine, t spine, scapula, scapular, periscapular"
        ),
        (
            .lowBack,
            """
            low back, lower back, lumbar, lumbar spine, lumbosacral, lumbosacral spine, lumbo sacral, l spine, ls spine, \
            l s spine, lspine, sacral, sacrum, coccyx
            """
        ),
        (.back, "back, spine, spinal, paraspinal"), (.chest, "chest, rib, ribs, sternum, thorax"),
        (.abdomen, "abdomen, abdominal, stomach"), (.groin, "groin, inguinal"), (.pelvis, "pelvis, pelvic"),
        (.sacroiliacJoint, "sacroiliac, si joint, si joints, sacroiliac joint, sacroiliac joints"),
        (.buttock, "buttock, buttocks, gluteal, gluteus, gluteus medius, gluteus maximus, piriformis"),
        (
            .shoulder,
            "shoulder, shoulders, rotator cuff, subacromial, acromioclavicular, ac joint, glenohumeral, clavicle, acromial"
        ),
        (
            .upperExtremity,
            "arm, arms, upper arm, upper arms, upper extremity, upper extremities, upper limb, upper limbs, humerus, bue"
        ),
        (.elbow, "elbow, elbows, cubital, epicondyle, epicondylar"), (.forearm, "forearm, forearms"),
        (.wrist, "wrist, wrists, carpal, carpal tunnel, radiocarpal, tfcc"), (.hand, "hand, hands, palm, metacarpal"),
        (.finger, "finger, fingers, thumb, thumbs, trigger finger, digit"),
        (.hip, "hip, hips, trochanteric, acetabular"),
        (.thigh, "thigh, thighs, hamstring, quadriceps, femur"),
        (
            .lowerExtremity,
            "leg, legs, lower leg, lower extremity, lower extremities, lower limb, lower limbs, tibia, calf, ble"
        ),
        (.knee, "knee, knees, patella, patellar, patellofemoral, meniscal, meniscus, acl"),
        (.ankle, "ankle, ankles, achilles"),
        (.foot, "foot, feet, heel, heels, plantar, metatarsal, plantar fascia"), (.toe, "toe, toes, hallux"),
    ])
    private static let backAfter: PhraseTable<Bool> = PhraseTable([(true, "to, and forth, into, up")])
    private static let backBefore: PhraseTable<Bool> = PhraseTable([
        (true, "come, go, went, call, refer, send, return, follow")
    ])
    private static let through: PhraseTable<Bool> = PhraseTable([(true, "through, to, thru")])

    /// The sides named in a range of words, in order.
    package static func sides(_ words: Words, in range: Range<Int>) -> [Located<Side>] {
        var found: [Located<Side>] = []
        sides.all(words, in: range) { side, place in found.append(Located(side, at: words.bytes(place))) }
        if let index = words.first(both, in: range) {
            let near = (index + 1)..<max(index + 1, min(range.upperBound, index + 4))
            let hasPart = near.contains { parts.match(words, at: $0, before: near.upperBound) != nil }
            if hasPart { found.append(Located(.bilateral, at: words[index].range)) }
            found.sort { $0.range.start < $1.range.start }
        }
        return found
    }

    /// The body parts named in a range of words, in order; a part named twice is found twice.
    package static func bodyParts(_ words: Words, in range: Range<Int>) -> [Located<BodyPart>] {
        var found: [Located<BodyPart>] = []
        parts.all(words, in: range) { part, place in
            if part == .back, place.count == 1, isDirection(words, place.lowerBound, in: range) { return }
            found.append(Located(part, at: words.bytes(place)))
        }
        return found
    }

    /// "back to work", "come back": no part of the body.
    private static func isDirection(_ words: Words, _ index: Int, in range: Range<Int>) -> Bool {
        backAfter.match(words, at: index + 1, before: range.upperBound) != nil
            || (index > range.lowerBound && backBefore[words[index - 1].key] != nil)
    }

    /// The spinal level at an index and the index after it: `L4-5`, `L5-S1`, `C5/C6`, `L4 through S1`, `L5`; nil when there is none.
    static func spinalLevels(_ words: Words, at index: Int, before limit: Int) -> ([Located<SpinalLevel>], Int)? {
        guard let first = vertebra(words, at: index) else { return nil }
        var levels: [Located<SpinalLevel>] = []
        var upper = first
        var start = Int(words[index].start)
        var next = index + 1
        while next < limit {
            let joint = words.joint(after: next - 1)
            var following = next
            if joint == 0x20, through[words[next].key] ?? false {
                following += 1
            } else if joint != UInt8(ascii: "-"), joint != UInt8(ascii: "/"), !isEnDash(words, after: next - 1) {
                break
            }
            guard following < limit, let lower = vertebra(words, at: following, in: upper.part) else { break }
            levels.append(
                Located(SpinalLevel(upper, lower), at: ByteRange(start, Int(words[following].end))))
            upper = lower
            start = Int(words[following].start)
            next = following + 1
        }
        if levels.isEmpty { levels = [Located(SpinalLevel(first, nil), at: words[index].range)] }
        return (levels, next)
    }

    private static func isEnDash(_ words: Words, after index: Int) -> Bool {
        let between = words.text[Int(words[index].end)..<Int(words[index + 1].start)]
        return between.elementsEqual([0xE2, 0x80, 0x93])
    }

    /// A vertebra written whole (`L5`), or its number alone after one of a part (`5`).
    private static func vertebra(
        _ words: Words, at index: Int, in part: SpinalLevel.Vertebra.Part? = nil
    ) -> SpinalLevel.Vertebra? {
        let bytes = words.text[Int(words[index].start)..<Int(words[index].end)]
        guard let first = bytes.first, bytes.count <= 3 else { return nil }
        if let part, first &- 0x30 < 10 { return words.number(index).flatMap { SpinalLevel.Vertebra(part, $0) } }
        guard bytes.count >= 2, let part = letterPart(first) else { return nil }
        var number = 0
        for byte in bytes.dropFirst() {
            guard byte &- 0x30 < 10 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return SpinalLevel.Vertebra(part, number)
    }

    private static func letterPart(_ byte: UInt8) -> SpinalLevel.Vertebra.Part? {
        switch byte & 0xDF {
        case UInt8(ascii: "C"): .cervical
        case UInt8(ascii: "T"): .thoracic
        case UInt8(ascii: "L"): .lumbar
        case UInt8(ascii: "S"): .sacral
        default: nil
        }
    }
}
