import Determinations
import Register
import Review

/// Which letters an address asks for: `q` (words or a case number), `outcome`, `from`, `to`, `before`.
struct LetterQuery {
    let query: Query
    let filter: LetterFilter
    let before: Int?

    init(_ form: FormBody) throws(ReviewFailure) {
        query = Query(form, ["q", "outcome", "from", "to"])
        var filter = LetterFilter()
        if let text = query["q"] {
            if let number = CaseNumber(text.filter { !$0.isWhitespace }) {
                filter.caseNumber = number.description
            } else {
                guard let words = SearchWords(text) else {
                    throw ReviewFailure(.invalid, "There is no word to look for: write a word, or a case number.")
                }
                filter.words = words
            }
        }
        if let outcome = query["outcome"] { filter.outcome = LetterFilter.Outcome(rawValue: outcome) }
        filter.days = try query.days()
        self.filter = filter
        before = form["before"].flatMap { Int($0) }
    }

    /// Whether anything is filtered.
    var isFiltered: Bool { !query.text.isEmpty }
}
