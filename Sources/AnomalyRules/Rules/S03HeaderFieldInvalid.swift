package import Determinations

/// The header table is there, but a field is absent or invalid.
///
/// **Finds** a missing or unreadable case number, priority or date; a case number whose serial is all zeros.
///
/// **Why it matters:** the case number is how the letter is found again; the dates decide about periods.
///
/// **Example:** `Decision Date: 13/45/2016`.
///
/// **Quiet:** when the letter has no header table at all (that is S02, once). In the layouts L1 to L3, whose headers are not
/// established, only the case number's absence counts. Where an extraction has torn labels and values
/// apart so that a value's label cannot be told, the field counts as absent only if the value is nowhere in the table.
package enum S03HeaderFieldInvalid: AnomalyRule {
    package static let code = "S03"
    package static let name = "header-field-invalid"
    package static let severity = Severity.error

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        guard let header = letter.determination.header, header.isTable else { return [] }
        func check<Value>(
            _ name: String, _ field: HeaderField<Value>, _ expected: String, isInEachLayout: Bool = false
        ) -> Finding? {
            if field.value != nil { return nil }
            if let invalid = field.invalid {
                return finding(
                    "The header's \(name) is not valid.", expected: expected, found: letter.quote(invalid, most: 60),
                    in: letter, at: [invalid])
            }
            guard isInEachLayout || letter.establishesHeader || field.label != nil else { return nil }
            return finding(
                "The header has no \(name).", expected: expected,
                found: field.label == nil ? "neither label nor value" : "a label without a value", in: letter,
                at: field.label.map { [$0] } ?? Array(header.labels.prefix(1)))
        }
        let date = "a date as mm/dd/yyyy"
        return [
            check("case number", header.caseNumber, "CMyy-nnnnnnn, the serial not zero", isInEachLayout: true),
            check("date assigned", header.assigned, date),
            check("date of injury", header.injury, date),
            check("decision date", header.decision, date),
            check("UR denial date", header.urDenial, date),
            check("priority", header.priority, "Standard or Expedited"),
            check("date of application", header.applicationReceived, date),
        ].compactMap { $0 }
    }
}
