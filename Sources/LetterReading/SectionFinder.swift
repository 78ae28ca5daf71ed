import Determinations

/// Finds the headings of a letter's sections.
package enum SectionFinder {
    /// A heading found: which title, and its words.
    package struct Heading: Hashable, Sendable {
        /// The position of the title in the list of titles.
        package let title: Int
        /// The indices of its words.
        package let words: Range<Int>
    }

    /// The occurrences of the titles in a range of words, in the order of the text.
    ///
    /// A heading is written in capitals; a sentence that quotes its words is none.
    package static func headings(_ titles: [Phrase], in words: Words, _ range: Range<Int>) -> [Heading] {
        var found: [Heading] = []
        for (number, title) in titles.enumerated() {
            words.each(title, in: range) { first in
                let span = first..<(first + title.count)
                if span.allSatisfy(words.isUpperCase) { found.append(Heading(title: number, words: span)) }
            }
        }
        return found.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }
}
