import Determinations

/// Writes the free text of the case summary.
struct SummaryWriter {
    let facts: CaseFacts
    let treatments: [Treatment]
    /// Sentences that look like identifying data and hold none.
    let bystanders: [String]

    /// The paragraphs; the first part of each pair is text, the second says whether it is the date of injury.
    func paragraphs(_ chance: inout Chance) -> [[(text: String, isInjuryDate: Bool)]] {
        let length = chance.pick([
            chance.within(330...1100), chance.within(520...1100), chance.within(900...2200), chance.within(900...2200),
            chance.within(1800...3900), chance.within(1800...9000),
        ])
        var sentences = [opening(&chance)]
        var count = 150
        var order = chance.pick(16, of: Array(0..<16))
        while count < length {
            if order.isEmpty { order = chance.pick(16, of: Array(0..<16)) }
            let text = sentence(order.removeLast(), &chance)
            sentences.append([(text, false)])
            count += text.utf8.count
        }
        if !bystanders.isEmpty, chance.happens(50) { sentences.append([(chance.pick(bystanders), false)]) }
        if chance.happens(80) { sentences.append([(denial(&chance), false)]) }
        var paragraphs: [[(text: String, isInjuryDate: Bool)]] = [[]]
        let perParagraph = chance.happens(70) ? sentences.count : chance.within(3...7)
        for (index, sentence) in sentences.enumerated() {
            if index > 0, index % perParagraph == 0 { paragraphs.append([]) }
            if paragraphs[paragraphs.count - 1].isEmpty == false {
                paragraphs[paragraphs.count - 1].append((facts.gap, false))
            }
            paragraphs[paragraphs.count - 1] += sentence
        }
        return paragraphs
    }

    private func opening(_ chance: inout Chance) -> [(text: String, isInjuryDate: Bool)] {
        let years = chance.pick(["\(facts.age) year old", "\(facts.age)-year-old"])
        let injury = (text: facts.text(facts.date(.injury)), isInjuryDate: true)
        let diagnosis = chance.pick(facts.region.diagnoses)
        switch chance.below(12) {
        case 0:
            return [
                ("The \(facts.worker) is a \(years) \(facts.sex) who was hurt at work on ", false), injury,
                (".", false),
            ]
        case 1:
            return [
                ("This is a \(years) \(facts.sex) with a date of injury of ", false), injury,
                (" and ongoing complaints of the \(facts.region.name).", false),
            ]
        case 2:
            return [
                ("This \(years) \(facts.sex) sustained an industrial injury on ", false), injury,
                (" when \(facts.pronoun) lifted a crate.", false),
            ]
        case 3:
            return [
                ("The records describe a \(years) \(facts.sex) with a work related injury dated ", false), injury,
                (". The working diagnosis is \(diagnosis).", false),
            ]
        case 4:
            return [
                (
                    "The \(facts.worker) is a(n) \(years) \(facts.sex), who reported an injury to the \(facts.region.name) on ",
                    false
                ), injury, (".", false),
            ]
        case 5:
            return [
                ("The \(years) \(facts.sex) \(facts.worker) suffered an industrial injury on ", false), injury,
                (". The diagnoses included \(diagnosis).", false),
            ]
        case 6:
            return [
                ("This case concerns a now \(years) \(facts.sex) with an occupational claim from ", false), injury,
                (". The mechanism of injury was a slip on a wet floor.", false),
            ]
        case 7:
            return [
                ("\(facts.age) year old \(facts.sex) with date of injury ", false), injury,
                (" presenting with \(diagnosis).", false),
            ]
        case 8:
            return [
                ("According to the file, the \(facts.worker) is a \(years) \(facts.sex) injured on ", false), injury,
                (" while climbing down from a ladder.", false),
            ]
        case 9:
            return [
                (
                    "The \(facts.worker) is a \(years) \(facts.isWoman ? "woman" : "man") with chronic pain of the"
                        + " \(facts.region.name) that began with an industrial injury of ", false
                ), injury, (".", false),
            ]
        case 10:
            return [
                ("The \(facts.worker) was injured on ", false), injury,
                (" (DOI). \(facts.Pronoun) is a \(years) \(facts.sex) being treated for \(diagnosis).", false),
            ]
        default:
            return [
                (
                    "The \(facts.worker), a \(years) \(facts.sex), filed a claim for \(diagnosis) arising from an injury of ",
                    false
                ), injury, (".", false),
            ]
        }
    }

    private func sentence(_ kind: Int, _ chance: inout Chance) -> String {
        let visit = facts.text(facts.visit(&chance))
        let region = facts.region
        let score = chance.within(2...9)
        switch kind {
        case 0: return "On \(visit), \(facts.pronoun) reported pain in the \(region.name), rated \(score)/10."
        case 1: return "Examination showed that \(chance.pick(region.examination))."
        case 2:
            return
                "Treatment to date has included physical therapy, \(chance.pick(["ice", "a brace", "home exercise"])),"
                + " medication and \(chance.pick(["two injections", "acupuncture", "modified duty", "chiropractic care"]))."
        case 3:
            return "Diagnoses: 1. \(TreatmentMaker.raised(chance.pick(region.diagnoses))) 2. Chronic pain 3. Insomnia."
        case 4:
            return "Current medications are \(chance.pick(["ibuprofen", "Norco 5/325mg", "gabapentin"])) and"
                + " \(chance.pick(["omeprazole", "cyclobenzaprine", "a topical cream"]))."
        case 5:
            let finding = chance.pick([
                "degenerative changes", "a 3 mm protrusion", "mild to moderate narrowing", "no acute abnormality",
            ])
            return "An MRI of the \(region.name) dated \(visit) revealed \(finding)."
        case 6: return "The \(facts.worker) denied numbness, weakness, or loss of bladder control."
        case 7:
            let status = chance.pick(["modified duty", "temporary total disability", "full duty without restrictions"])
            return "\(facts.Pronoun) remains on \(status), with no lifting over \(chance.pick([10, 15, 25])) pounds."
        case 8:
            return "A progress note of \(visit) states that symptoms are \"worse with sitting\" and better with rest."
        case 9: return "Sleep is poor, and \(facts.pronoun) wakes \(score) times a night because of pain."
        case 10: return "On exam, \(chance.pick(region.examination)) and gait was normal."
        case 11:
            return
                "The provider noted that earlier care gave \(score)0% relief for some weeks (see the note of \(visit))."
        case 12: return "An earlier X-ray, taken in the emergency room, was negative; strength was 5/5 throughout."
        case 13:
            return
                "The treatment plan lists \(TreatmentMaker.lowered(chance.pick(treatments).name)) and follow-up in four weeks."
        case 14:
            return
                "\(facts.Pronoun) was seen again in \(chance.pick(["spring", "the fall", "mid-summer"])) with unchanged findings."
        default: return "Blood pressure was 128/82, weight 81 kg, and the \(region.name) was described as “guarded.”"
        }
    }

    private func denial(_ chance: inout Chance) -> String {
        let date = facts.text(facts.date(.urDenial))
        let name = TreatmentMaker.lowered(chance.pick(treatments).name)
        return chance.pick([
            "Utilization review dated \(date) non-certified the request.",
            "On \(date) utilization review denied \(name) as not medically necessary.",
            "In a utilization review report of \(date), the claims administrator declined to approve \(name).",
            "The UR determination of \(date) was unfavorable, citing a lack of documentation.",
            "Utilization review modified or denied the requests on \(date), on the ground that they were “not medically"
                + " necessary.”",
            "A prior review (\(date)) found that the request was non-certified.",
        ])
    }
}
