import Determinations

/// Makes up files that are no determination letters, some of which speak of determinations.
package enum NonLetterMaker {
    /// The kinds.
    package enum Kind: String, Sendable, CaseIterable {
        /// A bill for medical services.
        case invoice
        /// A message between an adjuster and a clinic.
        case mail
        /// A letter of an attorney that speaks of a determination.
        case attorneyLetter
        /// The denial that comes before an independent review.
        case reviewDenial
        /// A form that nobody filled in.
        case emptyForm
        /// A doctor's report.
        case progressReport
        /// Words in no order.
        case randomWords
    }

    /// A text that is the same for the same seed and number.
    package static func text(_ kind: Kind, seed: UInt64, number: Int) -> [UInt8] {
        var chance = Chance(seed: seed &+ 77, stream: UInt64(truncatingIfNeeded: number))
        let facts = CaseFacts(year: chance.within(2014...2017), &chance)
        let plans = ItemPlan.plans(facts, &chance)
        let date = DateWording.header(facts.date(.urDenial))
        let requests = plans.map(\.request).joined(separator: "; ")
        let text =
            switch kind {
            case .invoice: invoice(plans, date, &chance)
            case .mail:
                "From: adjuster@claims.example\nTo: clinic@example.org\nSubject: RE: authorization\n\nHello,\n\n"
                    + chance.pick([
                        "The IMR decision came in today. The denial was upheld for \(requests). Please do not schedule.",
                        "We received the final determination; \(requests) was overturned and is now authorized.",
                        "Can you send the decision rationale for \(requests)? The patient asks why it was denied.",
                        "Please resend the RFA dated \(date). It was not medically necessary according to UR.",
                    ]) + "\n\nThank you,\nAdjuster\n"
            case .attorneyLetter: attorneyLetter(requests, date, &chance)
            case .reviewDenial: reviewDenial(plans, facts, date, &chance)
            case .emptyForm: emptyForm(&chance)
            case .progressReport: progressReport(plans, facts, date, &chance)
            case .randomWords: randomWords(&chance)
            }
        return Array(text.utf8)
    }

    private static func invoice(_ plans: [ItemPlan], _ date: String, _ chance: inout Chance) -> String {
        var lines = [
            "INVOICE", "Invoice Number: \(chance.within(1000...9999))", "Date: \(date)", "",
            "Bill to: Example Insurance",
        ]
        for plan in plans { lines.append("\(plan.request)      $\(chance.within(40...900)).00") }
        lines += ["", "Total due within 30 days. Case Number: \(chance.within(1000...9999))", "Thank you."]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func attorneyLetter(_ requests: String, _ date: String, _ chance: inout Chance) -> String {
        let body = chance.pick([
            "The Independent Medical Review by MAXIMUS Federal Services upheld the denial of \(requests). We shall file a"
                + " petition because the reviewer made a plain error of fact in the decision rationale.",
            "Our client has been denied \(requests). The expert reviewer found it not medically necessary, although the"
                + " Claims Administrator had authorized the same care before.",
            "Enclosed is the application for Independent Medical Review for \(requests), with the UR denial of \(date).",
            "In the section \"CLINICAL CASE SUMMARY\" of its letter, MAXIMUS misstates the date of injury. We ask that the"
                + " determination be corrected.",
        ])
        return
            "LAW OFFICES OF EXAMPLE & SAMPLE\n\(date)\n\nRe: Applicant v. Employer\n\nDear Counsel:\n\n\(body)\n\nSincerely,\n"
            + "Attorney at Law\n"
    }

    private static func reviewDenial(
        _ plans: [ItemPlan], _ facts: CaseFacts, _ date: String, _ chance: inout Chance
    ) -> String {
        var lines = [
            "UTILIZATION REVIEW DETERMINATION", "Date of Determination: \(date)",
            "Date of Injury: \(DateWording.header(facts.date(.injury)))", "",
            "The patient is a \(facts.age)-year-old \(facts.sex). The request was reviewed by a physician.", "",
        ]
        let writer = RationaleWriter(facts: facts, wordings: .of(.shown))
        for plan in plans {
            let rationale = writer.rationale(
                for: plan.treatment, request: plan.request, heading: plan.request, decision: .upheld, &chance)
            lines += ["\(plan.request): " + chance.pick(["Non-certified", "DENIED", "Not medically necessary"]), ""]
            lines += [
                chance.pick(["Clinical rationale: ", "Reason for denial: ", "Rationale: "])
                    + rationale.paragraphs.joined(separator: "\n"), "",
            ]
            lines += ["Guideline used: MTUS Chronic Pain Medical Treatment 2016.", ""]
        }
        lines.append(
            "If you disagree, you may ask for Independent Medical Review within 30 days. Send the form DWC IMR-1 to MAXIMUS"
                + " Federal Services, Inc. The final determination of the reviewer is binding.")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func emptyForm(_ chance: inout Chance) -> String {
        let fields = chance.pick(
            9,
            of: [
                "Employee Name", "Date of Injury", "Claim Number", "Employer", "Claims Administrator", "Provider",
                "Specialty",
                "Diagnosis", "Requested Treatment", "Date of UR Determination", "Signature", "Case Number",
            ])
        return "APPLICATION FOR INDEPENDENT MEDICAL REVIEW\nDWC Form IMR\n\n"
            + fields.map { "\($0): ______________" }.joined(separator: "\n") + "\n"
    }

    private static func progressReport(
        _ plans: [ItemPlan], _ facts: CaseFacts, _ date: String, _ chance: inout Chance
    ) -> String {
        let summary = SummaryWriter(facts: facts, treatments: plans.map(\.treatment), bystanders: []).paragraphs(
            &chance)
        return "PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)\nDate of exam: \(date)\n\nHistory:\n"
            + summary.map { $0.map(\.text).joined() }.joined(separator: "\n")
            + "\n\nTreatment plan: \(plans.map(\.request).joined(separator: ", ")).\nThis care is medically necessary.\n"
    }

    private static func randomWords(_ chance: inout Chance) -> String {
        let words = [
            "the", "request", "final", "determination", "case", "summary", "guideline", "rationale", "decision",
            "Upheld",
            "Overturned", "medical", "necessity", "clinical", "IMR", "issues", "and", "of", "reviewer", "MAXIMUS",
            "pain",
            "lumbar", "2016", "credentials", "Federal", "Services", "was", "not", "established", "section", "x", "\n",
        ]
        return (0..<chance.within(5...900)).map { _ in chance.pick(words) }.joined(separator: " ")
    }
}
