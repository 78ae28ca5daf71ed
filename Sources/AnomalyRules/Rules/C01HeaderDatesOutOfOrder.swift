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
        var disordered: [Finding] = []
        var future: [Finding] = []
        var last: (name: String, date: Located<CalendarDate>)?
        for (name, value) in [
            ("date of injury", header.injury.value), ("UR denial date", header.urDenial.value),
            ("application", header.applicationReceived.value), ("date assigned", header.assigned.value),
            ("decision date", header.decision.value),
        ] {
            guard let date = value else { continue }
            if let last, last.date.value > date.value {
                disordered.append(
                    finding(
                        "The header's \(last.name) lies after its \(name).",
                        expected: "injury, UR denial, application, assignment, decision in this order",
                        found: "\(last.name) \(last.date.value), \(name) \(date.value)", in: letter,
                        at: [last.date.range, date.range]))
            }
            if date.value > letter.today {
                future.append(
                    finding(
                        "The header's \(name) lies in the future.", expected: "no later than \(letter.today)",
                        found: "\(date.value)", in: letter, at: [date.range]))
            }
            last = (name, date)
        }
        return disordered + future
    }
}
