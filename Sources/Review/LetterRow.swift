package import Determinations
package import Register

/// A letter in a list.
package struct LetterRow: Hashable, Sendable {
    /// The letter.
    package let letter: RegisteredLetter
    /// Its items with their decisions.
    package let items: [RegisteredItem]
    /// How many of its findings somebody has to look at, by severity; `info` included.
    package let pending: [Severity: Int]

    /// The most severe of the findings that somebody has to look at; nil when there is none above `info`.
    package var worst: Severity? { pending.keys.max().flatMap { $0 > .info ? $0 : nil } }
}

/// A page of letters, the newest first.
package struct LetterPage: Hashable, Sendable {
    /// The letters.
    package let rows: [LetterRow]
    /// Where the next page goes on (`before`); nil on the last one.
    package let next: Int?
    /// Where words are looked for: how many letters are not in the index of words yet, and so were not looked at.
    ///
    /// They are counted up to `mostUnsearched`: who searches need not wait until a long backlog is counted.
    package let unsearched: Int

    /// So many are counted.
    package static let mostUnsearched = 1000

    /// One line that says so; nil when every letter was looked at.
    package var unsearchedNote: String? { Self.note(unsearched: unsearched) }

    static func note(unsearched: Int) -> String? {
        switch unsearched {
        case 0: nil
        case 1: "1 letter is not in the index of words yet; ask again later"
        case ..<mostUnsearched: "\(unsearched) letters are not in the index of words yet; ask again later"
        default: "\(unsearched) letters or more are not in the index of words yet; ask again later"
        }
    }
}
