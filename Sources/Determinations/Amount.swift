/// A decimal number that is not negative, exact to a millionth: `0.025`, `7.5`, `325`.
package struct Amount: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number times a million.
    package let millionths: Int

    /// A whole number; at most nine digits are meant, less than nothing counts as nothing.
    package init(_ whole: Int) { millionths = max(0, min(whole, 999_999_999)) * 1_000_000 }

    /// A whole number of at most nine digits and the digits after its decimal point, of which the first six count.
    package init(whole: Int, fraction: some Sequence<UInt8>) {
        var digits = 0
        var count = 0
        for digit in fraction where count < 6 && digit &- 0x30 < 10 {
            digits = digits * 10 + Int(digit - 0x30)
            count += 1
        }
        while count < 6 {
            digits *= 10
            count += 1
        }
        millionths = Amount(whole).millionths + digits
    }

    /// The number when it is whole; nil otherwise.
    package var whole: Int? { millionths % 1_000_000 == 0 ? millionths / 1_000_000 : nil }

    /// Digits without needless zeros: `60`, `7.5`, `0.025`.
    package var description: String {
        let whole = String(millionths / 1_000_000)
        var fraction = millionths % 1_000_000
        if fraction == 0 { return whole }
        var digits = 6
        while fraction % 10 == 0 {
            fraction /= 10
            digits -= 1
        }
        let shown = String(fraction)
        return whole + "." + String(repeating: "0", count: digits - shown.utf8.count) + shown
    }

    /// Smaller numbers come first.
    package static func < (left: Amount, right: Amount) -> Bool { left.millionths < right.millionths }
}
