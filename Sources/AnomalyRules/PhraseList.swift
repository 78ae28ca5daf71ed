import Determinations
import LetterReading

/// Some phrases to look for together.
struct PhraseList: Sendable {
    /// The phrases.
    let phrases: [Phrase]

    /// Phrases parted by commas, their words by blanks; letters and digits only.
    init(_ list: String) { phrases = list.split(separator: ",").map { Phrase(String($0)) } }

    /// The words of the earliest occurrence of one of the phrases; of two at the same place the longer.
    func first(in words: Words, _ range: Range<Int>) -> Range<Int>? {
        var best: Range<Int>?
        for phrase in phrases {
            guard let start = words.first(phrase, in: range) else { continue }
            let found = start..<(start + phrase.count)
            if let best, (best.lowerBound, -best.count) <= (found.lowerBound, -found.count) { continue }
            best = found
        }
        return best
    }

    /// Whether one of the phrases stands in a range of words.
    func stands(in words: Words, _ range: Range<Int>) -> Bool {
        phrases.contains { words.first($0, in: range) != nil }
    }

    /// Every occurrence of one of the phrases, in the order of the text.
    func all(in words: Words, _ range: Range<Int>) -> [Range<Int>] {
        phrases.flatMap { phrase in words.all(phrase, in: range).map { $0..<($0 + phrase.count) } }
            .sorted { $0.lowerBound < $1.lowerBound }
    }
}
