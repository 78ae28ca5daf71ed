import LetterReading

/// A fixed set of words, asked by key in constant time; word keys are hashes already and need no second one.
struct WordSet: Sendable {
    private let slots: [UInt64]

    /// The words of a list parted by blanks; letters and digits only.
    init(_ list: String) {
        let keys = list.split(separator: " ").map { Word.key(of: String($0)) }
        var size = 4
        while size < keys.count * 4 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for key in keys {
            var slot = Int(key & UInt64(size - 1))
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = key
        }
        self.slots = slots
    }

    /// Whether a word with this key is in the set.
    func contains(_ key: UInt64) -> Bool {
        let mask = slots.count - 1
        var slot = Int(key & UInt64(mask))
        while slots[slot] != 0 {
            if slots[slot] == key { return true }
            slot = (slot + 1) & mask
        }
        return false
    }
}
