import Determinations
import LetterReading

/// Some phrases to look for together; where several start at the same word the longest counts.
///
/// A phrase is looked up by its longest word, which stands in a text less often than its others; each such word is looked up once for
/// all phrases that have it.
struct PhraseList: Sendable {
    private struct Entry {
        /// Where the words of the phrase start among the keys.
        let start: Int
        /// How many words it has.
        let count: Int
        /// How many of them stand before the word that it is looked up by.
        let offset: Int
    }

    /// The words that phrases are looked up by, each with its phrases.
    private let groups: [(key: UInt64, entries: Range<Int>)]
    private let entries: [Entry]
    /// The words of all phrases.
    private let keys: [UInt64]

    /// Phrases parted by commas, their words by blanks; letters and digits only.
    init(_ list: String) {
        var keys: [UInt64] = []
        var found: [UInt64: [Entry]] = [:]
        for phrase in list.split(separator: ",") {
            let words = phrase.split(separator: " ")
            guard let offset = words.indices.max(by: { words[$0].utf8.count < words[$1].utf8.count }) else { continue }
            let entry = Entry(start: keys.count, count: words.count, offset: offset)
            keys += words.map { Word.key(of: String($0)) }
            found[keys[entry.start + offset], default: []].append(entry)
        }
        var groups: [(key: UInt64, entries: Range<Int>)] = []
        var entries: [Entry] = []
        for (key, group) in found {
            groups.append((key, entries.count..<entries.count + group.count))
            entries += group
        }
        (self.groups, self.entries, self.keys) = (groups, entries, keys)
    }

    /// The words of the earliest occurrence of one of the phrases.
    func first(in words: Words, _ range: Range<Int>) -> Range<Int>? {
        var best: Range<Int>?
        _ = any(in: words, range) { found in
            if let best, !PhraseList.precedes(found, best) { return false }
            best = found
            return false
        }
        return best
    }

    /// Whether one of the phrases stands in a range of words.
    func stands(in words: Words, _ range: Range<Int>) -> Bool { any(in: words, range) { _ in true } }

    /// Every occurrence of one of the phrases, in the order of the text.
    func all(in words: Words, _ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        _ = any(in: words, range) { place in
            found.append(place)
            return false
        }
        guard found.count > 1 else { return found }
        found.sort(by: PhraseList.precedes)
        var last = -1
        found.removeAll { place in
            defer { last = place.lowerBound }
            return place.lowerBound == last
        }
        return found
    }

    /// By their place; of those that start at the same word the longest comes first.
    private static func precedes(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        (one.lowerBound, other.upperBound) < (other.lowerBound, one.upperBound)
    }

    /// Whether a closure accepts one of the occurrences, which it is given in no order.
    @inline(__always)
    private func any(in words: Words, _ range: Range<Int>, _ accepts: (Range<Int>) -> Bool) -> Bool {
        for group in groups {
            var candidate = words.first(group.key, in: range)
            while let index = candidate {
                for entry in entries[group.entries] {
                    let place = index - entry.offset..<index - entry.offset + entry.count
                    if range.contains(place), matches(entry, words, at: place.lowerBound), accepts(place) {
                        return true
                    }
                }
                candidate = words.next(after: index, in: range)
            }
        }
        return false
    }

    private func matches(_ entry: Entry, _ words: Words, at first: Int) -> Bool {
        for offset in 0..<entry.count where words[first + offset].key != keys[entry.start + offset] { return false }
        return true
    }
}
