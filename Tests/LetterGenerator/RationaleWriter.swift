import Determinations

/// Writes rationales whose conclusion agrees with the decision.
struct RationaleWriter {
    let facts: CaseFacts
    let wordings: Wordings

    /// The paragraphs of a rationale, the sentence with which it concludes, and that sentence's pattern.
    typealias Rationale = (paragraphs: [String], conclusion: String, wording: String)

    /// Writes one rationale.
    func rationale(
        for treatment: Treatment, request: String, heading: String, decision: Decision, _ chance: inout Chance
    ) -> Rationale {
        var paragraphs: [[String]] = [[]]
        if chance.happens(8) { paragraphs[0].append(answerFirst(treatment, decision)) }
        if chance.happens(12) { paragraphs[0].append("The request is for \(request).") }
        if chance.happens(12) {
            paragraphs[0].append(
                "This is a request for \(TreatmentMaker.lowered(treatment.name)) for a \(facts.age)-year-old"
                    + " \(facts.sex) with pain of the \(facts.region.name).")
        }
        for _ in 0..<chance.within(1...3) { paragraphs[0].append(guideline(treatment, &chance)) }
        if chance.happens(20) { paragraphs.append([]) }
        if chance.happens(10) { paragraphs[paragraphs.count - 1].append(list(&chance)) }
        if !wordings.remarks.isEmpty, chance.happens(40) {
            let remark = chance.pick(wordings.remarks)
            paragraphs[paragraphs.count - 1].append(filled(remark, with: TreatmentMaker.lowered(treatment.name)))
        }
        if !wordings.bystanders.isEmpty, chance.happens(10) {
            paragraphs[paragraphs.count - 1].append(chance.pick(wordings.bystanders))
        }
        if chance.happens(15) { paragraphs[paragraphs.count - 1].append(priorReview(treatment, decision, &chance)) }
        for reason in reasons(treatment, decision, &chance) { paragraphs[paragraphs.count - 1].append(reason) }
        if chance.happens(20) { paragraphs.append([]) }
        let wording = wording(decision, &chance)
        let conclusion = conclusion(wording, treatment, request: request, heading: heading, &chance)
        paragraphs[paragraphs.count - 1].append(conclusion)
        let after = decision == .upheld ? wordings.remarksAfterAgainst : wordings.remarksAfterFavor
        if !after.isEmpty, chance.happens(12) {
            paragraphs[paragraphs.count - 1].append(
                filled(chance.pick(after), with: TreatmentMaker.lowered(treatment.name)))
        } else if chance.happens(treatment.kind == .opioid ? 70 : 6) {
            paragraphs[paragraphs.count - 1].append(advice(treatment, decision, &chance))
        }
        return (paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: facts.gap) }, conclusion, wording)
    }

    private func answerFirst(_ treatment: Treatment, _ decision: Decision) -> String {
        let name = TreatmentMaker.lowered(treatment.name)
        return decision == .upheld
            ? "No, the request for \(name) was not medically necessary, medically appropriate, or indicated here."
            : "Yes, the request for \(name) was medically necessary, medically appropriate, and indicated here."
    }

    private func guideline(_ treatment: Treatment, _ chance: inout Chance) -> String {
        let name = TreatmentMaker.lowered(treatment.name)
        return chance.pick([
            "The guideline supports \(name) only after conservative care has failed.",
            "Per the cited chapter, \(name) is medically necessary when there is objective evidence of a deficit and a"
                + " documented failure of first-line care.",
            "According to the MTUS, \(name) may be considered medically necessary if function improves with it.",
            "ODG lists \(name) as \"recommended as an option\" for selected patients, e.g. those with clear findings.",
            "The MTUS is silent on this topic, so other guidelines were consulted.",
            "The criteria ask for a documented trial of conservative care of at least 4-6 weeks, with measured outcomes.",
            "Routine use is not recommended; exceptions must be explained by the treating physician.",
            "Evidence for \(name) is mixed, and studies of 50-90% relief lack long-term follow-up (Porter, 2009).",
            "The medical necessity of \(name) depends upon objective functional improvement.",
            "In general \(name) is not medically necessary unless symptoms persist for more than one month.",
            "As noted on page \(chance.within(12...130)) of the guideline, use beyond two weeks calls for a clear"
                + " explanation.",
            "The Official Disability Guidelines allow for up to 10 visits over 8 weeks for this diagnosis.",
            "When necessary, the chapter advises re-evaluation after each course of treatment.",
            "It must be shown that \(name) would change the plan of care before it can be called medically necessary.",
            "The ACOEM text states that there is “no high quality evidence” for or against \(name).",
            "Guidelines note that passive care is not indicated in most instances, while active therapy restores strength.",
        ])
    }

    private func list(_ chance: inout Chance) -> String {
        chance.pick([
            "The criteria are: (1) persistent symptoms; (2) failure of conservative care; (3) findings on imaging; and (4) a"
                + " plan for rehabilitation.",
            "Criteria: 1. Documented diagnosis. 2. Trial of first-line treatment. 3. Agreement of history and examination.",
            "Four things must be on file: a) onset, b) prior care, c) response, d) goals.",
        ])
    }

    private func priorReview(_ treatment: Treatment, _ decision: Decision, _ chance: inout Chance) -> String {
        let name = TreatmentMaker.lowered(treatment.name)
        return chance.pick([
            "UR denied the request as not medically necessary for want of a recent report.",
            "The utilization review physician held that \(name) was not medically necessary.",
            "Utilization review wrote that \"medical necessity has not been established.\"",
            "The claims administrator's reviewer had declined the request, finding no medical necessity.",
        ])
    }

    private func reasons(_ treatment: Treatment, _ decision: Decision, _ chance: inout Chance) -> [String] {
        let name = TreatmentMaker.lowered(treatment.name)
        let place = treatment.place.isEmpty ? "affected area" : treatment.place
        let visit = facts.text(facts.visit(&chance))
        let against = [
            "In this case, no objective deficit of the \(place) is documented.",
            "The notes do not describe the response to earlier treatment.",
            "There is no record that first-line care was tried for the \(place) before this request.",
            "The visit of \(visit) mentions pain but no measurable loss of function.",
            "The request goes beyond the number that the guideline allows, and no exceptional factors are described.",
            "The provider did not explain why \(name) is needed now.",
            "No red flags were found on examination of the \(place), and the picture is stable.",
            "There is no signed agreement, no pill count, and no screening on file.",
        ]
        let inFavor = [
            "In this case, the examination of the \(place) on \(visit) documents a clear deficit.",
            "The notes show measured gains: walking time rose from 10 to 40 minutes and medication use fell by half.",
            "Six weeks of conservative care for the \(place) have failed, as the file shows in detail.",
            "The request stays within the number that the guideline allows.",
            "The provider explained why \(name) is needed now, and the reasoning is sound.",
            "Symptoms of the \(place) persist despite medication and home exercise, without improvement.",
            "The worker has returned to full duty and is motivated; no adverse effects are reported.",
        ]
        return chance.pick(chance.within(1...4), of: decision == .upheld ? against : inFavor)
    }

    private func conclusion(
        _ wording: String, _ treatment: Treatment, request: String, heading: String, _ chance: inout Chance
    ) -> String {
        let restated =
            switch chance.below(10) {
            case 0...3: TreatmentMaker.lowered(treatment.name)
            case 4...7: request
            case 8: "\"\(request)\""
            default: heading.hasSuffix(" is") ? String(heading.dropLast(3)) : heading
            }
        return filled(wording, with: restated)
    }

    private func filled(_ pattern: String, with treatment: String) -> String {
        pattern.replacing("{t}", with: treatment).replacing("{T}", with: TreatmentMaker.raised(treatment))
    }

    private func wording(_ decision: Decision, _ chance: inout Chance) -> String {
        let plain = decision == .upheld ? wordings.plainAgainst : wordings.plainFavor
        if !plain.isEmpty, chance.happens(10) { return chance.pick(plain) }
        return chance.pick(decision == .upheld ? wordings.against : wordings.favor)
    }

    private func advice(_ treatment: Treatment, _ decision: Decision, _ chance: inout Chance) -> String {
        if treatment.kind == .opioid, decision == .upheld {
            return chance.pick([
                "Since abrupt discontinuation may cause withdrawal, a gradual taper under supervision is advised.",
                "A decision on medical necessity is no instruction to stop an opioid at once; the treating physician should"
                    + " guide the weaning.",
                "Weaning should proceed in steps of about 10% a week, with other guidelines consulted if necessary.",
                "The worker should speak with the prescriber about tapering. Nothing here bars a new, better documented"
                    + " request.",
            ])
        }
        return decision == .upheld
            ? chance.pick([
                "A new request with the missing documentation may be submitted.",
                "The provider may wish to consider a supervised home exercise program instead.",
                "This does not speak to the need for other treatment.",
            ])
            : chance.pick([
                "Further requests should come with documentation of the response.",
                "The outcome should be measured and recorded after the course.",
                "Any extension beyond this amount will need a new review.",
            ])
    }
}
