import Register
import Review

/// What fills the page of held files.
struct HeldPage {
    struct Row {
        let identifier: String
        let name: String
        let size: String
        let code: String?
        let why: String
        let since: String
    }

    let summary: String
    let exports = ExportLink.all("/held", "")
    let hasRows: Bool
    let rows: [Row]
    let emptiness = "Nothing is held: every file that came was a letter."
    let hasPages: Bool
    let previous: String?
    let next: String?

    init(_ arrivals: [RegisteredArrival], count: Int?, before: Int?, most: Int, _ wording: Wording) {
        summary = count.map { Wording.count($0, "file") + " that could not be filed" } ?? ""
        rows = arrivals.map { arrival in
            Row(
                identifier: arrival.arrival, name: arrival.name,
                size: [Wording.size(arrival.bytes), arrival.source].compactMap { $0 }.joined(separator: ", from "),
                code: arrival.code,
                why: [arrival.reason, arrival.found].compactMap { $0 }.joined(separator: " Found: "),
                since: wording.time(arrival.time))
        }
        hasRows = !rows.isEmpty
        previous = before == nil ? nil : "/held"
        next = arrivals.count < most ? nil : arrivals.last.map { "/held?before=\($0.sequence)" }
        hasPages = previous != nil || next != nil
    }
}
