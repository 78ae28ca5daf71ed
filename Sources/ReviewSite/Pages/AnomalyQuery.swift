import Determinations
import Register
import Review

/// Which findings an address asks for: `severity`, `state`, `rule`, `case`, `from`, `to`, `q`, `view`.
struct AnomalyQuery {
    static let names = ["severity", "state", "rule", "case", "from", "to", "q", "view"]

    let query: Query
    let filter: FindingFilter

    /// The filter that the fields of an address say.
    init(_ form: FormBody) throws(ReviewFailure) {
        query = Query(form, Self.names)
        var filter = FindingFilter()
        if let text = query["severity"] {
            guard let severity = Severity(rawValue: text) else {
                throw ReviewFailure(.invalid, "There is no such severity: error, warning, notice or info.")
            }
            filter.severities = [severity]
        }
        switch query["state"] {
        case nil: break
        case "all": filter.states = Set(FindingState.allCases)
        case let text?:
            guard let state = FindingState(rawValue: text) else {
                throw ReviewFailure(.invalid, "There is no such state: open, acknowledged, resolved, dismissed or all.")
            }
            filter.states = [state]
        }
        if let code = query["rule"] { filter.codes = [code.uppercased()] }
        // Who asks for one rule, or for a severity by its name, wants to see what is only good to know as well.
        if query["rule"] != nil, query["severity"] == nil { filter.severities = Set(Severity.allCases) }
        filter.caseNumber = query["case"]?.uppercased()
        filter.days = try query.days()
        filter.words = query["q"].flatMap { SearchWords($0) }
        self.filter = filter
    }

    /// Whether the findings of a rule stand together as one.
    var isGrouped: Bool { query["view"] == "grouped" }

    /// Whether anything is filtered.
    var isFiltered: Bool { ["severity", "state", "rule", "case", "from", "to", "q"].contains { query[$0] != nil } }

    /// The filter as the end of a sentence: `of rule D03, open`.
    var words: String {
        var parts: [String] = []
        if let code = filter.codes.first { parts.append("of rule \(code)") }
        if let severity = query["severity"] { parts.append("of severity \(severity)") }
        if let state = query["state"] { parts.append(state == "all" ? "in any state" : state) }
        if let number = filter.caseNumber { parts.append("of case \(number)") }
        if let first = query["from"] { parts.append("received from \(first)") }
        if let last = query["to"] { parts.append("received to \(last)") }
        if let words = query["q"] { parts.append("of letters with \(words)") }
        return parts.joined(separator: ", ")
    }
}
