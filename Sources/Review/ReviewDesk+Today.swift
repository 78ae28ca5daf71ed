import Determinations
import Records
package import Register

extension ReviewDesk {
    /// How many letters, held files and deadlines `today` names.
    package static var newest: Int { 10 }

    /// What a reviewer wants to know in the morning.
    package func today() throws(ReviewFailure) -> Today {
        let day = sources.today
        let due = try dueCounts(within: 7)
        let deadlines = try deadlines(most: Self.newest).rows
        let newest = try letters(most: Self.newest).rows
        let (counts, pending, held, heldCount) = try register.read { register in
            let counts = try register.arrivalCounts(DayRange(from: day, to: day))
            let pending = try register.findingCounts(nil).filter { $0.state.isPending && $0.severity > .info }
            let heldCount = try register.counts()["held"] ?? 0
            return (counts, pending, try register.arrivals("held", most: Self.newest), heldCount)
        }
        return Today(
            day: day, filed: counts.first { $0.event == "filed" }?.number ?? 0,
            duplicates: counts.first { $0.event == "duplicate" }?.number ?? 0, newest: newest,
            pending: pending.reduce(into: [:]) { $0[$1.severity, default: 0] += $1.number }, held: held,
            heldCount: heldCount, overdue: due.overdue, dueSoon: due.soon, deadlines: deadlines, health: health())
    }

    /// How the daemon is; one that does not answer does not run.
    package func health() -> Health { Health(try? sources.ask("status", [], nil)) }

    /// What could not be filed, the newest first.
    /// - Parameters:
    ///   - before: Where the page before ended: the `sequence` of its last one.
    ///   - most: How many at the most, 1 to 1000.
    package func held(before: Int? = nil, most: Int = 50) throws(ReviewFailure) -> [RegisteredArrival] {
        try register.read { try $0.arrivals("held", before: before, most: min(max(most, 1), 1000)) }
    }
}
