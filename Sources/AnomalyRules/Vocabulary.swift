import LetterReading

/// Which parts each of some words can play: one look-up tells all of them, where a `WordSet` for each part would need many.
struct Vocabulary<Part: RawRepresentable & Sendable>: Sendable where Part.RawValue == UInt8 {
    /// The parts that one word plays.
    struct Parts: Sendable {
        fileprivate var bits: UInt64 = 0

        /// Whether it plays none, as most words.
        var isEmpty: Bool { bits == 0 }

        /// Whether it plays this part.
        func contains(_ part: Part) -> Bool { bits >> UInt64(part.rawValue) & 1 != 0 }
    }

    private var slots: [(key: UInt64, parts: Parts)]

    /// For each part its words, parted by blanks; at most 64 parts, letters and digits only.
    init(_ lists: [(Part, String)]) {
        var words: [UInt64: Parts] = [:]
        for (part, list) in lists {
            for word in list.split(separator: " ") {
                words[Word.key(of: String(word)), default: Parts()].bits |= 1 << UInt64(part.rawValue)
            }
        }
        var size = 4
        while size < words.count * 3 { size *= 2 }
        slots = Array(repeating: (0, Parts()), count: size)
        for (key, parts) in words {
            var slot = Int(truncatingIfNeeded: key) & (size - 1)
            while slots[slot].key != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = (key, parts)
        }
    }

    /// The parts that the word with this key plays.
    subscript(key: UInt64) -> Parts {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while slots[slot].key != 0 {
            if slots[slot].key == key { return slots[slot].parts }
            slot = (slot + 1) & mask
        }
        return Parts()
    }
}
