/// Phrases with a meaning each, looked up by the words at an index; the longest phrase wins.
///
/// One probe a word, no allocation: a table is made once and asked for every word of every heading.
struct PhraseTable<Value: Sendable>: Sendable {
    private struct Entry {
        let keys: [UInt64]
        let value: Value
    }
    /// First words and where their entries start, at the slots that their keys lead to; -1 where a slot is free.
    private var slots: [(key: UInt64, start: Int)]
    /// Entries of the same first word stand together, the longest first.
    private var entries: [Entry] = []

    /// A table from meanings and their phrases, which are parted by commas; letters and digits only.
    init(_ meanings: [(Value, String)]) {
        var groups: [UInt64: [Entry]] = [:]
        for (value, phrases) in meanings {
            for phrase in phrases.split(separator: ",") {
                let keys = Phrase(String(phrase)).keys
                if let first = keys.first { groups[first, default: []].append(Entry(keys: keys, value: value)) }
            }
        }
        var size = 16
        while size < groups.count * 3 { size *= 2 }
        slots = Array(repeating: (0, -1), count: size)
        for (key, group) in groups {
            var slot = Int(truncatingIfNeeded: key) & (size - 1)
            while slots[slot].start >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = (key, entries.count)
            entries += group.sorted { $0.keys.count > $1.keys.count }
        }
    }

    /// The meaning of the longest phrase at an index that ends before a limit, and the number of its words.
    func match(_ words: Words, at index: Int, before limit: Int) -> (value: Value, count: Int)? {
        guard index < limit else { return nil }
        let key = words[index].key
        var slot = Int(truncatingIfNeeded: key) & (slots.count - 1)
        while slots[slot].start >= 0 {
            if slots[slot].key == key { return longest(words, at: index, before: limit, from: slots[slot].start) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func longest(
        _ words: Words, at index: Int, before limit: Int, from start: Int
    ) -> (value: Value, count: Int)? {
        let key = words[index].key
        var position = start
        while position < entries.count, entries[position].keys[0] == key {
            let count = entries[position].keys.count
            if index + count <= limit, matches(entries[position].keys, words, at: index) {
                return (entries[position].value, count)
            }
            position += 1
        }
        return nil
    }

    private func matches(_ keys: [UInt64], _ words: Words, at index: Int) -> Bool {
        for offset in keys.indices where words[index + offset].key != keys[offset] { return false }
        return true
    }

    /// The meaning of a single word by its key.
    subscript(key: UInt64) -> Value? {
        var slot = Int(truncatingIfNeeded: key) & (slots.count - 1)
        while slots[slot].start >= 0 {
            if slots[slot].key == key {
                var position = slots[slot].start
                while position < entries.count, entries[position].keys[0] == key {
                    if entries[position].keys.count == 1 { return entries[position].value }
                    position += 1
                }
                return nil
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Every meaning in a range of words with the bytes of its phrase, in order, none inside another.
    func all(_ words: Words, in range: Range<Int>, _ body: (Value, Range<Int>) -> Void) {
        var index = range.lowerBound
        while index < range.upperBound {
            if let (value, count) = match(words, at: index, before: range.upperBound) {
                body(value, index..<index + count)
                index += count
            } else {
                index += 1
            }
        }
    }
}
