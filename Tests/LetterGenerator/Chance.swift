/// A seeded source of chance: the same seed gives the same letters for ever.
///
/// Source: SplitMix64 (Steele, Lea, Flood 2014).
package struct Chance: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A source for one letter (or one harm) of a run.
    package init(seed: UInt64, stream: UInt64 = 0) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 ^ (stream &+ 1) &* 0xD1B5_4A32_D192_ED03
        for _ in 0..<2 { _ = next() }
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, the bound; 0 when the bound is less than 1.
    package mutating func below(_ bound: Int) -> Int { bound < 1 ? 0 : Int(next() % UInt64(bound)) }

    /// A number of a range.
    package mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// True in so many of a hundred cases.
    package mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    /// One of a list that is not empty.
    package mutating func pick<Value>(_ list: [Value]) -> Value { list[below(list.count)] }

    /// Some of a list, in a new order.
    package mutating func pick<Value>(_ count: Int, of list: [Value]) -> [Value] {
        var rest = list
        for index in rest.indices.dropLast() { rest.swapAt(index, index + below(rest.count - index)) }
        return Array(rest.prefix(count))
    }
}
