package import Determinations

/// A section of the letter's layout is absent.
///
/// **Finds** a heading that the recognised layout always has and this letter has not. Headings are compared word by word, so
/// that wrapping and blanks make no difference.
///
/// **Why it matters:** a final determination must state the employee's medical condition, the disputed treatment, the
/// evidence and the reasons (8 CCR 9792.10.6(d)). A letter without one of its sections is incomplete, or was cut.
///
/// **Example:** a letter of layout L4b without `CLINICAL CASE SUMMARY`.
///
/// **Quiet:** in every letter that has all headings, in whatever way its text was extracted.
package enum S01SectionMissing: AnomalyRule {
    package static let code = "S01"
    package static let name = "section-missing"
    package static let severity = Severity.error

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let sections = letter.determination.sections
        return letter.sectionTitles.filter { title in !sections.contains { $0.title == title } }.map { title in
            finding(
                "The section \"\(title)\" is missing.", expected: "the heading \"\(title)\"",
                found: sections.isEmpty
                    ? "no section heading"
                    : "only \(Set(sections.map(\.title)).count) of \(letter.sectionTitles.count) headings",
                in: letter, at: sections.map(\.heading))
        }
    }
}
