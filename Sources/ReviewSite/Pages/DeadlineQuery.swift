import Deadlines
import Register
import Review

/// Which deadlines an address asks for: `view` (done, petitions), `from`, `to`, `after`.
struct DeadlineQuery {
    let query: Query
    let filter: DeadlineFilter
    let after: DeadlinePlace?

    init(_ form: FormBody) throws(ReviewFailure) {
        query = Query(form, ["view", "from", "to"])
        var filter = DeadlineFilter()
        switch query["view"] {
        case nil: break
        case "done": filter.isDone = true
        case "petitions": filter.kinds = [.petition]
        default: throw ReviewFailure(.invalid, "There is no such view: done or petitions.")
        }
        let days = try query.days()
        filter.first = days?.first
        filter.last = days?.last
        self.filter = filter
        after = form["after"].flatMap { DeadlinePlace($0) }
    }
}
