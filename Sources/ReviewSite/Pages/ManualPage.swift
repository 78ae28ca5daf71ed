import AnomalyRules
import Determinations

/// What fills the manual page of a rule.
struct ManualPage {
    /// A piece of a paragraph: plain, strong (`**…**`), or code (between backquotes).
    struct Piece {
        let text: String
        let isStrong: Bool
        let isCode: Bool
        let isPlain: Bool
    }

    struct Paragraph {
        let pieces: [Piece]
    }

    let code: String
    let name: String
    let severity: String
    let isOff: Bool
    let paragraphs: [Paragraph]

    init(_ page: RulePage) {
        code = page.code
        name = page.name
        severity = page.severity.rawValue
        isOff = !page.isOnByDefault
        paragraphs = page.paragraphs.map { Paragraph(pieces: Self.pieces($0)) }
    }

    /// Cuts the little Markdown that the manual pages use.
    static func pieces(_ text: String) -> [Piece] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated().flatMap { place, part in
            guard place % 2 == 0 else {
                return [Piece(text: String(part), isStrong: false, isCode: true, isPlain: false)]
            }
            return part.split(separator: "**", omittingEmptySubsequences: false).enumerated().compactMap {
                place, part in
                part.isEmpty
                    ? nil
                    : Piece(text: String(part), isStrong: place % 2 == 1, isCode: false, isPlain: place % 2 == 0)
            }
        }
    }
}
