import Determinations
import Register
import Review

/// The fields behind the ? of an address, and addresses with one of them changed.
struct Query {
    private var fields: [(name: String, value: String)]

    /// The named fields of a form, those that are not blank.
    init(_ form: FormBody, _ names: [String]) {
        fields = names.compactMap { name in form[name].map { (name, $0) } }
    }

    /// The value of a field.
    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// What stands behind the ?.
    var text: String { fields.map { "\($0.name)=\($0.value.asQueryValue)" }.joined(separator: "&") }

    /// The same with a field of another value, or without it.
    func with(_ name: String, _ value: String?) -> Query {
        var query = self
        query.fields.removeAll { $0.name == name }
        if let value { query.fields.append((name, value)) }
        return query
    }

    /// An address with these fields.
    func address(_ path: String) -> String { fields.isEmpty ? path : "\(path)?\(text)" }

    /// The days from `from` to `to`; nil when neither is given.
    func days() throws(ReviewFailure) -> DayRange? {
        DayRange(from: try day("from"), to: try day("to"))
    }

    private func day(_ name: String) throws(ReviewFailure) -> CalendarDate? {
        guard let text = self[name] else { return nil }
        guard let date = CalendarDate(text) else {
            throw ReviewFailure(.invalid, "This is no day: write it as 2026-11-21.")
        }
        return date
    }
}
