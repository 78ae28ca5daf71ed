package import Determinations

/// The dates of the header are not in the order in which things happen.
///
/// **Finds** a date of injury after the UR denial, a denial after the application, an application after the assignment, an
/// assignment after the decision, and any date in the future.
///
/// **Why it matters:** one of the dates is wrong, and periods are counted from them.
///
/// **Example:** `Date of Injury: 03/14/2017` with `Decision Date: 02/15/2017`.
///
/// **Quiet:** for equal dates, and for fields that are missing or invalid (S03). A decision that took long is the matter of C08.
package enum C01HeaderDatesOutOfOrder: AnomalyRule {
    package static let code = "C01"
    package static let name = "header-dates-out-of-order"
    package static let severity = Severity.error

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard let header = letter.determination.header else { return [] }
        let dates = [
            ("date of injury", header.injury.value), ("UR denial date", header.urDenial.value),
            ("application", header.applicationReceived.value), ("date assigned", header.assigned.value),
            ("decision date", header.decision.value),
        ].compactMap { (name, value) in value.map { (name: name, date: $0) } }
        let disordered = zip(dates, dates.dropFirst()).filter { $0.date.value > $1.date.value }.map { earlier, later in
            finding(
                "The header's \(earlier.name) lies after its \(later.name).",
                expected: "injury, UR denial, application, assignment, decision in this order",
                found: "\(earlier.name) \(earlier.date.value), \(later.name) \(later.date.value)", in: letter,
                at: [earlier.date.range, later.date.range])
        }
        let future = dates.filter { $0.date.value > letter.today }.map { name, date in
            finding(
                "The header's \(name) lies in the future.", expected: "no later than \(letter.today)",
                found: "\(date.value)", in: letter, at: [date.range])
        }
        return disordered + future
    }
}
