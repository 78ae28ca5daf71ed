import Determinations

/// Makes up whole letters.
package enum LetterMaker {
    /// The headings of the three sections.
    package static let sectionTitles = [
        "HOW THE IMR FINAL DETERMINATION WAS MADE", "CLINICAL CASE SUMMARY", "IMR ISSUES, DECISIONS AND RATIONALES",
    ]

    private static let summaryLead =
        "The expert reviewer developed the following clinical case summary based on a review of the case file, including"
        + " all medical records:"
    private static let itemsLead =
        "The Final Determination was based on decisions for the disputed items/services set forth below:"

    /// A letter that is the same for the same seed and number; the stocks of wordings take turns.
    package static func letter(seed: UInt64, number: Int) -> InventedLetter {
        var chance = Chance(seed: seed, stream: UInt64(truncatingIfNeeded: number))
        let isInline = chance.happens(30)
        let facts = CaseFacts(year: isInline ? 2014 : chance.within(2015...2017), &chance)
        var truth = LetterTruth()
        truth.stock = Wordings.Stock.allCases[number % Wordings.Stock.allCases.count]
        let wordings = Wordings.of(truth.stock)
        truth.layout = isInline ? .inlineCredentials : .headerTable
        addHeader(to: &truth, facts, isInline: isInline, &chance)
        var passages = [Passage(.centred, sectionTitles[0], as: .sectionHeading(0))]
        passages += CredentialsWriter.passages(isInline: isInline, truth: &truth, &chance)

        let requests = ItemPlan.plans(facts, &chance)
        let summary = SummaryWriter(
            facts: facts, treatments: requests.map(\.treatment), bystanders: wordings.bystanders
        )
        .paragraphs(&chance)
        passages.append(Passage(.centred, sectionTitles[1], as: .sectionHeading(1)))
        passages.append(Passage(.attached, summaryLead))
        for paragraph in summary {
            var passage = Passage(.body)
            for piece in paragraph { passage.add(piece.text, as: piece.isInjuryDate ? .injuryDate : nil) }
            passage.mark(.summary, last: passage.text.count)
            passages.append(passage)
        }
        truth.summary = folded(summary.map { $0.map(\.text).joined() }.joined(separator: " "))

        passages.append(Passage(.centred, sectionTitles[2], as: .sectionHeading(2)))
        passages.append(Passage(.attached, itemsLead))
        let guidelines = GuidelineWriter(citesSections: !isInline)
        let rationales = RationaleWriter(facts: facts, wordings: wordings)
        for (index, plan) in requests.enumerated() {
            passages += item(plan, index, facts, guidelines, rationales, &truth, &chance)
        }
        let style = TypeStyle(
            width: chance.within(86...100), linesPerPage: chance.within(30...52), firstPageLess: chance.below(20),
            isHeaderByColumn: chance.happens(50))
        return InventedLetter(truth: truth, passages: passages, style: style)
    }

    private static func addHeader(
        to truth: inout LetterTruth, _ facts: CaseFacts, isInline: Bool, _ chance: inout Chance
    ) {
        truth.dates = facts.dates
        if isInline, chance.happens(50) { return }
        let serial = String(chance.within(1...269_999))
        let year = facts.date(.applicationReceived).year % 100
        truth.header[.caseNumber] = "CM\(year)-\(String(repeating: "0", count: 7 - serial.count))\(serial)"
        truth.header[.priority] = chance.happens(95) ? "Standard" : "Expedited"
        for line in HeaderLine.dates { truth.header[line] = DateWording.header(facts.date(line)) }
    }

    private static func item(
        _ plan: ItemPlan, _ index: Int, _ facts: CaseFacts, _ guidelines: GuidelineWriter,
        _ rationales: RationaleWriter, _ truth: inout LetterTruth, _ chance: inout Chance
    ) -> [Passage] {
        var heading = Passage(.body, plan.heading, as: .treatment(index))
        heading.add(":" + chance.pick([" ", "  ", " ", "\n"]))
        heading.add(plan.decision == .upheld ? "Upheld" : "Overturned", as: .decision(index))
        var passages = [heading]

        let claims = guidelines.paragraph(isReviewer: false, &chance)
        var claimsPassage = Passage(.body, "Claims Administrator guideline:", as: .claimsLabel(index))
        claimsPassage.add(" ")
        claimsPassage.add(claims.text, as: .claimsGuideline(index))
        passages.append(claimsPassage)

        let reviewer = guidelines.paragraph(isReviewer: true, &chance)
        var reviewerPassage = Passage(.body, "MAXIMUS guideline:", as: .reviewerLabel(index))
        reviewerPassage.add(" ")
        reviewerPassage.add(reviewer.text, as: .reviewerGuideline(index))
        passages.append(reviewerPassage)
        if claims.citesNothing || reviewer.citesNothing { truth.rightFindings.insert("G01") }

        let (paragraphs, conclusion, wording) =
            plan.isAncillary
            ? ancillaryRationale(&chance)
            : rationales.rationale(
                for: plan.treatment, request: plan.request, heading: plan.heading, decision: plan.decision, &chance)
        if rationales.wordings.isPlain(wording) { truth.rightFindings.insert("D02") }
        for (number, paragraph) in paragraphs.enumerated() {
            var passage = Passage(.body)
            if number == 0 { passage.add("Decision rationale:", as: .rationaleLabel(index)) }
            if number == 0 { passage.add(" ") }
            let sentence = paragraph.ranges(of: conclusion).last ?? paragraph.endIndex..<paragraph.endIndex
            passage.add(String(paragraph[..<sentence.lowerBound]))
            passage.add(String(paragraph[sentence]), as: .conclusion(index))
            passage.add(String(paragraph[sentence.upperBound...]))
            passage.mark(.rationale(index), last: paragraph.utf8.count)
            passages.append(passage)
        }
        truth.items.append(
            ItemTruth(
                treatment: folded(plan.heading), requestInDispute: folded(plan.request),
                isPartlyAuthorized: plan.isPartlyAuthorized, decision: plan.decision,
                claimsGuideline: folded(claims.text),
                reviewerGuideline: folded(reviewer.text), rationale: folded(paragraphs.joined(separator: " ")),
                wording: wording))
        return passages
    }

    private static func ancillaryRationale(_ chance: inout Chance) -> RationaleWriter.Rationale {
        let sentence = chance.pick(ConclusionsAgainst.ancillary)
        return ([sentence], sentence, sentence)
    }

    /// With runs of white space as one blank.
    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
