package import Determinations

/// Upheld and overturned items stand in one letter.
///
/// **Finds** letters with both outcomes.
///
/// **Why it matters:** who reads only the first decision misses that something must be authorized.
///
/// **Example:** an MRI upheld, acupuncture overturned.
///
/// **Quiet:** when all items were decided alike. It is a notice, one a letter.
package enum D04MixedOutcomes: AnomalyRule {
    package static let code = "D04"
    package static let name = "mixed-outcomes"
    package static let severity = Severity.notice

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let items = letter.determination.items
        guard items.contains(where: { $0.decision?.value == .overturned }),
            items.contains(where: { $0.decision?.value == .upheld })
        else { return [] }
        func numbers(_ decision: Decision) -> [Int] {
            items.filter { $0.decision?.value == decision }.map(\.number)
        }
        let upheld = numbers(.upheld)
        let overturned = numbers(.overturned)
        func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ", ") }
        return [
            finding(
                "The letter has both outcomes: overturned \(list(overturned)), upheld \(list(upheld)).",
                expected: "every decision to be read", found: "\(upheld.count) upheld, \(overturned.count) overturned",
                in: letter, at: items.compactMap { $0.decision?.range })
        ]
    }
}
