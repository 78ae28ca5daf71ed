import Determinations
import LetterReading

/// Some phrases to look for together; where several start at the same word the longest counts.
struct PhraseList: Sendable {
    /// The first words: each is looked up once for all phrases that start with it.
    private let firsts: [UInt64]
    /// For each first word its phrases, the longest first.
    private let phrases: [[Phrase]]

    /// Phrases parted by commas, their words by blanks; letters and digits only.
    init(_ list: String) {
        var groups: [UInt64: [Phrase]] = [:]
        for phrase in list.split(separator: ",").map({ Phrase(String($0)) }) {
            if let first = phrase.keys.first { groups[first, default: []].append(phrase) }
        }
        firsts = Array(groups.keys)
        phrases = firsts.map { first in (groups[first] ?? []).sorted { $0.count > $1.count } }
    }

    /// The words of the earliest occurrence of one of the phrases.
    func first(in words: Words, _ range: Range<Int>) -> Range<Int>? {
        var best: Range<Int>?
        for group in firsts.indices {
            var candidate = words.first(firsts[group], in: range)
            while let index = candidate, index < best?.lowerBound ?? range.upperBound {
                if let end = end(of: group, at: index, in: words, range) { best = index..<end }
                candidate = words.next(after: index, in: range)
            }
        }
        return best
    }

    /// Whether one of the phrases stands in a range of words.
    func stands(in words: Words, _ range: Range<Int>) -> Bool {
        for group in firsts.indices {
            var candidate = words.first(firsts[group], in: range)
            while let index = candidate {
                if end(of: group, at: index, in: words, range) != nil { return true }
                candidate = words.next(after: index, in: range)
            }
        }
        return false
    }

    /// Every occurrence of one of the phrases, in the order of the text.
    func all(in words: Words, _ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for group in firsts.indices {
            var candidate = words.first(firsts[group], in: range)
            while let index = candidate {
                if let end = end(of: group, at: index, in: words, range) { found.append(index..<end) }
                candidate = words.next(after: index, in: range)
            }
        }
        if found.count > 1 { found.sort { $0.lowerBound < $1.lowerBound } }
        return found
    }

    private func end(of group: Int, at index: Int, in words: Words, _ range: Range<Int>) -> Int? {
        for phrase in phrases[group] where index + phrase.count <= range.upperBound && words.matches(phrase, at: index)
        {
            return index + phrase.count
        }
        return nil
    }
}
