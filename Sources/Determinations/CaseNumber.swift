/// The number that the Division of Workers' Compensation gives an IMR case: `CM16-0213037`.
///
/// Two digits of the year, a hyphen, a serial of seven digits.
package struct CaseNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year's two digits, 0 to 99.
    package let year: Int
    /// The serial within the year, 0 to 9,999,999; 0 is never issued.
    package let serial: Int

    /// A case number from its parts, or nil when a part is out of range.
    package init?(year: Int, serial: Int) {
        guard (0...99).contains(year), (0...9_999_999).contains(serial) else { return nil }
        self.year = year
        self.serial = serial
    }

    /// A case number from its text, `CM16-0213037` in either case; nil when the text is none.
    package init?(_ text: some StringProtocol) {
        let digits = text.utf8.dropFirst(2).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard text.uppercased().hasPrefix("CM"), digits.count == 2, digits[0].count == 2, digits[1].count == 7,
            (Array(digits[0]) + Array(digits[1])).allSatisfy({ (0x30...0x39).contains($0) }),
            let year = Int(String(decoding: digits[0], as: UTF8.self)),
            let serial = Int(String(decoding: digits[1], as: UTF8.self))
        else { return nil }
        self.init(year: year, serial: serial)
    }

    /// As printed in letters: `CM16-0213037`.
    package var description: String {
        let yearDigits = String(year)
        let serialDigits = String(serial)
        return "CM" + String(repeating: "0", count: 2 - yearDigits.count) + yearDigits + "-"
            + String(repeating: "0", count: 7 - serialDigits.count) + serialDigits
    }

    /// Older cases come first, a century counted from 2000.
    package static func < (left: CaseNumber, right: CaseNumber) -> Bool {
        (left.year, left.serial) < (right.year, right.serial)
    }
}
