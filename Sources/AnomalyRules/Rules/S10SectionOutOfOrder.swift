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
        var findings: [Finding] = []
        var last: Section?
        for title in letter.sectionTitles {
            guard let section = sections.first(where: { $0.title == title }) else { continue }
            if let last, last.heading.start > section.heading.start {
                findings.append(
                    finding(
                        "The section \"\(title)\" stands before \"\(last.title)\".",
                        expected: "\"\(last.title)\" first", found: "\"\(title)\" first", in: letter,
                        at: [section.heading, last.heading]))
            }
            last = section
        }
        return findings
    }
}
