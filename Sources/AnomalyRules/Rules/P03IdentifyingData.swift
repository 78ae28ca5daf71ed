package import Determinations

/// The letter holds data that identifies a person.
///
/// **Finds** social security numbers, telephone numbers, birth dates, claim numbers, and a name in the reviewer's place or signature.
///
/// **Why it matters:** letters are posted without such data, and the reviewer's name is confidential (Labor Code 4610.6(f)). The
/// finding says what stands where; the value itself is shown nowhere.
///
/// **Example:** `DOB:` and a date, or `Reviewer:` and a name with a medical title.
///
/// **Quiet:** for dates of injury and of service, case numbers, doses, levels of the spine, and names of guidelines and authors.
package enum P03IdentifyingData: AnomalyRule {
    package static let code = "P03"
    package static let name = "identifying-data"
    package static let severity = Severity.error

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        letter.identifyingData.map { kind, range in
            finding(
                "The letter holds \(kind.rawValue).", expected: "no data that identifies a person",
                found: kind.rawValue, in: letter, at: [range])
        }
    }
}
