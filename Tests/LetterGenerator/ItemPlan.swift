import Determinations

/// What an item will be: the treatment, how the heading words it, and the decision.
struct ItemPlan {
    var treatment: Treatment
    /// The whole heading without the decision.
    var heading: String
    /// What the decision covers.
    var request: String
    var decision: Decision
    var isPartlyAuthorized = false
    /// Whether it only goes with a surgery that was denied.
    var isAncillary = false

    /// The items of one letter: one to eight and sometimes twenty, none like another.
    static func plans(_ facts: CaseFacts, _ chance: inout Chance) -> [ItemPlan] {
        var plans: [ItemPlan] = []
        let count = chance.pick([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 20])
        while plans.count < count {
            let plan = plan(facts, &chance)
            if plans.contains(where: { $0.request == plan.request }) { continue }
            plans.append(plan)
            if plan.treatment.kind == .surgery, plan.decision == .upheld {
                for service in chance.pick(chance.below(4), of: TreatmentMaker.ancillary) where plans.count < count {
                    let treatment = Treatment(kind: .service, request: service, name: service)
                    plans.append(
                        ItemPlan(
                            treatment: treatment, heading: service, request: service, decision: .upheld,
                            isAncillary: true))
                }
                break
            }
        }
        return plans
    }

    private static func plan(_ facts: CaseFacts, _ chance: inout Chance) -> ItemPlan {
        let decision = chance.happens(30) ? Decision.overturned : .upheld
        let kind = chance.pick(
            [
                .drug, .drug, .opioid, .therapy, .therapy, .injection, .imaging, .imaging, .study, .surgery, .equipment,
                .service,
            ] as [Treatment.Kind])
        var treatment = TreatmentMaker.treatment(kind, isCounted: decision == .overturned, &chance)
        if treatment.portion != nil, chance.happens(40) { return partial(treatment, decision, &chance) }
        let day = facts.text(facts.visit(&chance))
        switch chance.below(40) {
        case 0, 1: treatment.request = "Retrospective request for \(treatment.request) (DOS: \(day))"
        case 2: treatment.request = "Retro: \(treatment.request), date of service \(day)"
        case 3: treatment.request += " per \(day) order"
        case 4: treatment.request = "One (1) prescription: \(treatment.request)"
        default: break
        }
        return ItemPlan(
            treatment: treatment, heading: treatment.request, request: treatment.request, decision: decision)
    }

    private static func partial(_ treatment: Treatment, _ decision: Decision, _ chance: inout Chance) -> ItemPlan {
        let portion = treatment.portion ?? ("", "", "")
        let verb = chance.happens(80) ? "was" : "were"
        let start = "\(portion.whole) was the original request. "
        let authorized = "\(portion.authorized) \(verb) authorized by the Claims Administrator. "
        let remaining = "The remaining IMR eligible portion of the original request, \(portion.remaining)"
        let heading = start + authorized + remaining + chance.pick([" is", " is", " is", "", ", is"])
        return ItemPlan(
            treatment: treatment, heading: heading, request: portion.remaining, decision: decision,
            isPartlyAuthorized: true)
    }
}
