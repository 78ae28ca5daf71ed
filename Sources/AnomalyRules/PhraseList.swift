import Determinations
import LetterReading

/// Some phrases to look for together; where several start at the same word the longest counts.
struct PhraseList: Sendable {
    /// Phrases with the same first word, the longest first: that word is looked up once for all of them.
    private let groups: [(first: UInt64, phrases: [Phrase])]

    /// Phrases parted by commas, their words by blanks; letters and digits only.
    init(_ list: String) {
        var phrases: [UInt64: [Phrase]] = [:]
        for phrase in list.split(separator: ",").map({ Phrase(String($0)) }) {
            if let first = phrase.keys.first { phrases[first, default: []].append(phrase) }
        }
        groups = phrases.map { first, phrases in (first, phrases.sorted { $0.count > $1.count }) }
    }

    /// The words of the earliest occurrence of one of the phrases.
    func first(in words: Words, _ range: Range<Int>) -> Range<Int>? {
        var best: Range<Int>?
        for group in groups {
            let end = best?.lowerBound ?? range.upperBound
            if let found = first(group, in: words, range, startingBefore: end) { best = found }
        }
        return best
    }

    /// Whether one of the phrases stands in a range of words.
    func stands(in words: Words, _ range: Range<Int>) -> Bool {
        groups.contains { first($0, in: words, range, startingBefore: range.upperBound) != nil }
    }

    /// Every occurrence of one of the phrases, in the order of the text.
    func all(in words: Words, _ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for group in groups {
            var candidate = words.first(group.first, in: range)
            while let index = candidate {
                if let end = end(of: group.phrases, at: index, in: words, range) { found.append(index..<end) }
                candidate = words.next(after: index, in: range)
            }
        }
        if found.count > 1 { found.sort { $0.lowerBound < $1.lowerBound } }
        return found
    }

    private func first(
        _ group: (first: UInt64, phrases: [Phrase]), in words: Words, _ range: Range<Int>, startingBefore limit: Int
    ) -> Range<Int>? {
        var candidate = words.first(group.first, in: range)
        while let index = candidate, index < limit {
            if let end = end(of: group.phrases, at: index, in: words, range) { return index..<end }
            candidate = words.next(after: index, in: range)
        }
        return nil
    }

    private func end(of phrases: [Phrase], at index: Int, in words: Words, _ range: Range<Int>) -> Int? {
        for phrase in phrases where index + phrase.count <= range.upperBound && words.matches(phrase, at: index) {
            return index + phrase.count
        }
        return nil
    }
}
