import GRDB

/// The key of something in a letter: the number of the letter's audit entry and the place in the letter.
package struct RowKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number of the audit entry that filed the letter.
    package let letter: Int
    /// The place in the letter: of findings from 1 in the order of its record; of items their number; 0 is the letter itself.
    package let place: Int

    /// The most things of one kind in one letter that the register knows.
    static let largestPlace = 0xFFFF
    /// A number that no letter exceeds.
    static let largestLetter = 1 << 46 - 1

    /// A key; places outside 0 to 65535 are moved to the nearest one inside.
    package init(letter: Int, place: Int) {
        self.letter = letter
        self.place = min(max(place, 0), RowKey.largestPlace)
    }

    /// A key from `41.2`, as `description` writes it; nil when the text is none.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let letter = Int(parts[0]), let place = Int(parts[1]), letter >= 0,
            letter <= RowKey.largestLetter,
            (0...RowKey.largestPlace).contains(place), "\(letter).\(place)" == text
        else { return nil }
        self.init(letter: letter, place: place)
    }

    /// `41.2`: short, the same for ever, and unique in the installation.
    package var description: String { "\(letter).\(place)" }

    /// Earlier letters come first.
    package static func < (left: RowKey, right: RowKey) -> Bool { left.id < right.id }

    var id: Int { letter << 16 | place }

    init(id: Int) { self.init(letter: id >> 16, place: id & RowKey.largestPlace) }

    /// The ids of everything in a letter.
    static func ids(of letter: Int) -> ClosedRange<Int> { letter << 16...(letter << 16 | largestPlace) }

    /// As SQL: the letter of an id.
    static func letterSQL(of id: String) -> String { "\(id) >> 16" }

    /// As SQL: whether an id is of something in a letter, so that the table is searched by its key.
    static func isInLetterSQL(_ id: String, _ letter: String) -> String {
        "\(id) BETWEEN \(letter) << 16 AND (\(letter) << 16 | \(largestPlace))"
    }
}
