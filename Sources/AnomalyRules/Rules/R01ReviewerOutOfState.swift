package import Determinations
import LetterReading

/// The reviewer holds no California licence.
///
/// **Finds** a reviewer who is licensed in other states only.
///
/// **Why it matters:** it is lawful, and about every third reviewer is; some want to know it all the same. The rule runs only when the
/// configuration turns it on.
///
/// **Example:** `State(s) of Licensure: Utah, Arkansas`.
///
/// **Quiet:** when California is among the states, or no state was read (S05).
package enum R01ReviewerOutOfState: AnomalyRule {
    package static let code = "R01"
    package static let name = "reviewer-out-of-state"
    package static let severity = Severity.info
    package static let isOnByDefault = false

    private static let california = Word.key(of: "california")

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        let states = letter.determination.reviewer.licensure
        let words = letter.words
        guard !states.isEmpty,
            !states.contains(where: { words.first(california, in: words.indices(in: $0)) != nil })
        else { return [] }
        return [
            finding(
                "The reviewer holds no California licence, which is lawful.", expected: "California among the states",
                found: states.map(letter.string).joined(separator: ", "), in: letter, at: states)
        ]
    }
}
