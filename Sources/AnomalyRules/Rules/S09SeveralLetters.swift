package import Determinations
import LetterReading

/// Several letters stand in one file.
///
/// **Finds** a file in which more than one letter was recognised, and a letter in which a section's heading stands twice.
///
/// **Why it matters:** each letter has a case, a decision and due dates of its own; the second is easily overlooked.
///
/// **Example:** a scan of two letters in one go.
///
/// **Quiet:** when a sentence quotes a heading, or items repeat.
package enum S09SeveralLetters: AnomalyRule {
    package static let code = "S09"
    package static let name = "several-letters"
    package static let severity = Severity.warning

    package static func findings(in letter: CheckedLetter) -> [Finding] {
        if letter.lettersInFile > 1 {
            return [
                finding(
                    "The file holds \(letter.lettersInFile) letters.", expected: "one letter in a file",
                    found: "\(letter.lettersInFile) letters", in: letter, at: firstHeadings(of: letter))
            ]
        }
        let sections = letter.determination.sections
        guard
            let title = sections.indices.first(where: { sections[..<$0].map(\.title).contains(sections[$0].title) })
                .map({ sections[$0].title })
        else { return [] }
        let headings = sections.filter { $0.title == title }.map(\.heading)
        return [
            finding(
                "The heading \"\(title)\" stands \(headings.count) times, as if parts of several letters were joined.",
                expected: "each heading once", found: "\(headings.count) times", in: letter, at: headings)
        ]
    }

    /// Every place in the file where the first heading of this letter stands.
    private static func firstHeadings(of letter: CheckedLetter) -> [ByteRange] {
        guard let first = letter.determination.sections.first else { return [] }
        let words = letter.words
        let heading = words.indices(in: first.heading)
        var places: [ByteRange] = []
        var candidate = words.first(words[heading.lowerBound].key, in: 0..<words.count)
        while let index = candidate {
            let place = index..<(index + heading.count)
            if place.upperBound <= words.count, words.areEqual(place, heading), place.allSatisfy(words.isUpperCase) {
                places.append(words.bytes(place))
            }
            candidate = words.next(after: index, in: 0..<words.count)
        }
        return places
    }
}
