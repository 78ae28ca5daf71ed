package import Determinations

/// Makes identifiers that only grow, even when the clock goes back.
package struct ArrivalNumbers: Sendable {
    private var time: UInt64 = 0
    private var high: UInt16 = 0
    private var low: UInt64 = 0

    /// A source of identifiers.
    package init() {}

    /// The next identifier: the time and 80 bits of chance; one more than the last where the time is not later.
    package mutating func next(milliseconds: UInt64) -> ArrivalIdentifier {
        if milliseconds > time {
            time = milliseconds
            // The top bit stays free, so that counting up never overflows.
            high = UInt16.random(in: 0...UInt16.max >> 1)
            low = UInt64.random(in: 0...UInt64.max)
        } else {
            low &+= 1
            if low == 0 { high += 1 }
        }
        return ArrivalIdentifier(milliseconds: time, high: high, low: low)
    }
}
