import Determinations
import Register
import Review

/// Which days the statistics are of: `days` (30, 90, 365, all).
struct StatisticsQuery {
    static let spans: [(Int?, String)] = [
        (30, "Last 30 days"), (90, "Last 90 days"), (365, "Last year"), (nil, "All"),
    ]

    let query: Query
    let days: Int?
    let first: CalendarDate?

    init(_ form: FormBody, today: CalendarDate) throws(ReviewFailure) {
        query = Query(form, ["days"])
        switch query["days"] {
        case nil: days = 30
        case "all": days = nil
        case let text?:
            guard let number = Int(text), Self.spans.contains(where: { $0.0 == number }) else {
                throw ReviewFailure(.invalid, "Statistics are of 30, 90, 365 or all days.")
            }
            days = number
        }
        first = days.map { CalendarDate(daysSinceEpoch: today.daysSinceEpoch - $0 + 1) }
    }

    /// The days.
    var range: DayRange? { DayRange(from: first, to: nil) }
}
