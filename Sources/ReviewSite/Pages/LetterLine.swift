import Determinations
import Register
import Review

/// A line of a letter's text, cut where the evidence of findings begins and ends.
struct LetterLine {
    struct Reference {
        let identifier: String
        let code: String
    }

    struct Mark {
        let text: String
        let isMarked: Bool
        let severity: String
        let code: String
        let references: [Reference]
    }

    let number: Int
    let hasNumber: Bool
    let isBlank: Bool
    let pieces: [Mark]

    /// The most lines that a page shows: a letter of 4 MiB would be too much for a browser.
    static let most = 4000

    /// The lines of a letter; none when its text cannot be read.
    static func lines(of view: LetterView) -> [LetterLine] {
        guard let text = view.text else { return [] }
        let findings = Dictionary(uniqueKeysWithValues: view.findings.map { ($0.finding.key, $0.finding.finding) })
        var lines: [[Mark]] = [[]]
        for segment in text.segments {
            let marking = segment.findings.compactMap { findings[$0] }.max { $0.severity < $1.severity }
            var references = segment.beginnings.map {
                Reference(identifier: $0.description, code: findings[$0]?.code ?? "")
            }
            let parts = segment.text.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd)
            for (place, part) in parts.enumerated() {
                if place > 0 { lines.append([]) }
                if part.isEmpty { continue }
                lines[lines.count - 1].append(
                    Mark(
                        text: String(part), isMarked: marking != nil, severity: marking?.severity.rawValue ?? "",
                        code: marking?.code ?? "", references: references))
                references = []
            }
            if lines.count > most { break }
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.prefix(most).enumerated().map { place, pieces in
            let isBlank = pieces.allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
            return LetterLine(number: place + 1, hasNumber: !isBlank, isBlank: isBlank, pieces: pieces)
        }
    }

    /// Lines end in LF or CRLF, which is one character in Swift; a form feed is text, as where the lines are counted.
    private static func isLineEnd(_ character: Character) -> Bool { character == "\n" || character == "\r\n" }

    /// What stands beside the heading of the text.
    static func note(_ count: Int) -> String {
        count < most ? Wording.count(count, "line") : "the first \(Wording.number(most)) lines; the rest is in the file"
    }
}
