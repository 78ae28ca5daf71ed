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

    private static let placeBits = 16

    var id: Int { letter << RowKey.placeBits | place }

    init(id: Int) { self.init(letter: id >> RowKey.placeBits, place: id & RowKey.largestPlace) }

    /// The ids of everything in a letter.
    static func ids(of letter: Int) -> ClosedRange<Int> { letter << placeBits...(letter << placeBits | largestPlace) }

    /// SQL: whether the thing with an id stands in a letter; both are SQL expressions.
    static func stands(_ id: String, in letter: String) -> String {
        "\(id) BETWEEN \(letter) << \(placeBits) AND (\(letter) << \(placeBits) | \(largestPlace))"
    }

    /// SQL: the letter of the thing with an id, which is an SQL expression.
    static func letter(of id: String) -> String { "\(id) >> \(placeBits)" }
}
