/// The number that every arrival gets when it is claimed: a ULID, 26 characters of Crockford's base 32.
///
/// The first ten characters are the time of the claim in milliseconds since 1970, so that identifiers sort by arrival.
/// Source: the ULID specification, github.com/ulid/spec.
package struct ArrivalIdentifier: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The 26 characters, upper case.
    package let description: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// An identifier from a time and 80 bits of chance.
    /// - Parameters:
    ///   - milliseconds: Since 1970; the low 48 bits count.
    ///   - high: 16 bits of chance.
    ///   - low: 64 bits of chance.
    package init(milliseconds: UInt64, high: UInt16, low: UInt64) {
        var bytes = [UInt8](repeating: 0, count: 26)
        var time = milliseconds & 0xFFFF_FFFF_FFFF
        for index in stride(from: 9, through: 0, by: -1) {
            bytes[index] = ArrivalIdentifier.alphabet[Int(time & 31)]
            time >>= 5
        }
        var first = low
        var second = UInt64(high)
        for index in stride(from: 25, through: 10, by: -1) {
            bytes[index] = ArrivalIdentifier.alphabet[Int(first & 31)]
            first = (first >> 5) | ((second & 31) << 59)
            second >>= 5
        }
        description = String(decoding: bytes, as: UTF8.self)
    }

    /// An identifier from its 26 characters, or nil when the text is none.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 26, bytes[0] <= 0x37, bytes.allSatisfy({ ArrivalIdentifier.alphabet.contains($0) })
        else { return nil }
        description = String(decoding: bytes, as: UTF8.self)
    }

    /// The time of the claim, in milliseconds since 1970.
    package var milliseconds: UInt64 {
        description.utf8.prefix(10).reduce(0) { time, character in
            time << 5 | UInt64(ArrivalIdentifier.alphabet.firstIndex(of: character) ?? 0)
        }
    }

    /// Earlier arrivals come first.
    package static func < (left: ArrivalIdentifier, right: ArrivalIdentifier) -> Bool {
        left.description < right.description
    }
}
