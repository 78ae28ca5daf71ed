package import Determinations

/// The sections stand in the wrong order.
///
/// **Finds** a heading that stands before one which its layout always has earlier.
///
/// **Why it matters:** pages were sorted wrongly or parts moved; what was read as summary or rationale may belong elsewhere.
///
/// **Example:** `IMR ISSUES, DECISIONS AND RATIONALES` before `CLINICAL CASE SUMMARY`.
///
/// **Quiet:** when a section is missing (S01) or stands twice (S09), as long as the first of each are in order.
package enum S10SectionOutOfOrder: AnomalyRule {
    package static let code = "S10"
    package static let name = "section-out-of-order"
    package static let severity = Severity.error

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let sections = letter.determination.sections
        let inOrder = letter.sectionTitles.compactMap { title in sections.first { $0.title == title } }
        return zip(inOrder, inOrder.dropFirst()).filter { $0.heading.start > $1.heading.start }.map { earlier, later in
            finding(
                "The section \"\(later.title)\" stands before \"\(earlier.title)\".",
                expected: "\"\(earlier.title)\" first", found: "\"\(later.title)\" first", in: letter,
                at: [later.heading, earlier.heading])
        }
    }
}
