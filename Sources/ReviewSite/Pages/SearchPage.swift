import Determinations
import Register
import Review

/// What fills the page of letters.
struct SearchPage {
    struct Row {
        let letter: String
        let address: String
        let received: String
        let outcome: String
        let severity: String?
        let items: String
        let file: String
    }

    let summary: String
    let exports: [ExportLink]
    let note: String?
    let words: String
    let from: String
    let to: String
    let outcomes: [Option]
    let hasRows: Bool
    let rows: [Row]
    let emptiness: String
    let hasPages: Bool
    let previous: String?
    let next: String?

    init(_ asked: LetterQuery, _ page: LetterPage, _ wording: Wording) {
        note = page.unsearchedNote
        words = asked.query["q"] ?? ""
        summary = asked.isFiltered ? "the newest first, as filtered" : "the newest first"
        exports = ExportLink.all("/search", asked.query.text)
        from = asked.query["from"] ?? ""
        to = asked.query["to"] ?? ""
        outcomes =
            [Option(value: "", text: "any outcome")]
            + LetterFilter.Outcome.allCases.map {
                Option(value: $0.rawValue, text: $0.rawValue, isChosen: asked.query["outcome"] == $0.rawValue)
            }
        rows = page.rows.map { row in
            Row(
                letter: row.letter.title, address: row.letter.address, received: wording.time(row.letter.received),
                outcome: Wording.outcome(row.letter), severity: row.worst?.rawValue,
                items: row.items.map { $0.request.isEmpty ? $0.treatment : $0.request }.joined(separator: " · "),
                file: row.letter.name)
        }
        hasRows = !rows.isEmpty
        emptiness = asked.isFiltered ? "No letter fits." : "No letter was filed yet."
        previous = asked.before == nil ? nil : asked.query.address("/search")
        next = page.next.map { asked.query.with("before", String($0)).address("/search") }
        hasPages = previous != nil || next != nil
    }
}
