/// A letter of layout L4b with invented content, made from parts that have defaults, so that a test changes one of them.
///
/// As it comes it has nothing that any rule finds.
package struct InventedLetter: Sendable {
    /// One disputed item.
    package struct Item: Sendable {
        /// The heading without its decision.
        package var treatment = "MRI of the left knee without contrast"
        /// The decision; nil leaves the heading open.
        package var decision: String? = "Upheld"
        /// The claims administrator's guideline paragraph; nil leaves out its label.
        package var claims: String? = "Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies."
        /// The reviewer's guideline paragraph; nil leaves out its label.
        package var reviewer: String? = "Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies."
        /// The rationale; nil leaves out its label.
        package var rationale: String? =
            "The guideline asks for four weeks of exercise before an MRI of the knee is made. The records show no such "
            + "exercise for the left knee. Therefore, the request is not medically necessary."

        /// The item with its defaults.
        package init() {}

        /// An item with a heading, a decision and a rationale of its own.
        package init(_ treatment: String, _ decision: String? = "Upheld", rationale: String? = nil) {
            self.treatment = treatment
            self.decision = decision
            if let rationale { self.rationale = rationale }
        }

        var text: String {
            var parts = [treatment + ":" + (decision.map { "  " + $0 } ?? "")]
            if let claims { parts.append("Claims Administrator guideline: " + claims) }
            if let reviewer { parts.append("MAXIMUS guideline: " + reviewer) }
            if let rationale { parts.append("Decision rationale: " + rationale) }
            return parts.joined(separator: "\n")
        }
    }

    /// Labels and values of the header table; nil leaves it out.
    package var header: [(label: String, value: String)]? = [
        ("Case Number:", "CM16-0123456"), ("Date Assigned:", "12/09/2016"), ("Date of Injury:", "03/14/2015"),
        ("Decision Date:", "12/21/2016"), ("UR Denial Date:", "11/18/2016"), ("Priority:", "Standard"),
        ("Application Received:", "12/01/2016"),
    ]
    /// The states of licensure.
    package var licensure = "California"
    /// The specialties.
    package var specialty = "Family Practice"
    /// The free text of the case summary.
    package var summary =
        "The injured worker is a 45-year-old female with a date of injury of 03/14/2015. She fell from a ladder and has had "
        + "pain of the left knee since. A progress report dated 10/27/2016 tells of swelling and of stairs that are hard to "
        + "climb. Treatment to date has included rest and medication. On 11/18/2016, utilization review denied the request."
    /// The items.
    package var items = [Item()]
    /// The titles of the three sections, in the order in which they are written.
    package var titles = [
        "HOW THE IMR FINAL DETERMINATION WAS MADE", "CLINICAL CASE SUMMARY", "IMR ISSUES, DECISIONS AND RATIONALES",
    ]
    /// What stands after the last item.
    package var ending = "\n"

    /// The letter with its defaults.
    package init() {}

    /// A letter with some parts changed.
    package init(_ change: (inout InventedLetter) -> Void) { change(&self) }

    /// The value of a header field, by its label without the colon.
    package subscript(field: String) -> String? {
        get { header?.first { $0.label == field + ":" }?.value }
        set {
            guard let index = header?.firstIndex(where: { $0.label == field + ":" }) else { return }
            header?[index].value = newValue ?? ""
        }
    }

    /// The text of the letter, as a copy of its pages would have it.
    package var text: String {
        let table = header.map { $0.map { "\($0.label) \($0.value)" }.joined(separator: "\n") + "\n\n" } ?? ""
        return table + titles.map { $0 + "\n\n" + body($0) }.joined(separator: "\n\n") + ending
    }

    /// The text as UTF-8.
    package var bytes: [UInt8] { Array(text.utf8) }

    private func body(_ title: String) -> String {
        switch title {
        case "HOW THE IMR FINAL DETERMINATION WAS MADE":
            """
            MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the \
            employer, employee, providers or the claims administrator.

            The Expert Reviewer has the following credentials:
            State(s) of Licensure: \(licensure)
            Certification(s)/Specialty: \(specialty)
            """
        case "CLINICAL CASE SUMMARY":
            """
            The expert reviewer developed the following clinical case summary based on a review of the case file, \
            including all medical records:

            \(summary)
            """
        default:
            "The Final Determination was based on decisions for the disputed items/services set forth below:\n\n"
                + items.map(\.text).joined(separator: "\n\n")
        }
    }
}
