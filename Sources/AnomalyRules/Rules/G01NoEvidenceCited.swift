package import Determinations
import LetterReading

/// The reviewer cites no medical evidence.
///
/// **Finds** a reviewer's guideline paragraph that says that no medical evidence was cited.
///
/// **Why it matters:** the evidence relied on must be stated (8 CCR 9792.10.6(d)), by ranked standard (Labor Code 4610.5(c)(2)).
///
/// **Example:** "The Expert Reviewer did not cite any medical evidence for its decision."
///
/// **Quiet:** about the claims administrator's paragraph. Only good to know where the rationale is the one sentence given for services
/// ancillary to a surgery that is denied itself.
package enum G01NoEvidenceCited: AnomalyRule {
    package static let code = "G01"
    package static let name = "no-evidence-cited"
    package static let severity = Severity.warning

    private static let statements = PhraseList("cite any medical evidence,cite any evidence,cite medical evidence")
    private static let denial = Phrase("did not")

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard statements.stands(in: letter.words, letter.extent) else { return [] }
        return letter.items.compactMap { checked in
            guard let statement = statements.first(in: letter.words, checked.reviewerGuideline),
                letter.words.matches(denial, before: statement.lowerBound)
            else { return nil }
            let range = letter.words.bytes((statement.lowerBound - denial.count)..<statement.upperBound)
            return finding(
                "The reviewer cites no medical evidence for item \(checked.item.number).",
                expected: "the evidence relied on (8 CCR 9792.10.6(d))", found: "\"\(letter.string(range))\"",
                in: letter, at: [range], item: checked.item.number,
                severity: checked.isAncillary(in: letter.words) ? .info : .warning)
        }
    }
}
