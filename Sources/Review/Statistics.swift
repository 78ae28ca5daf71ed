import Determinations
package import Register

/// Numbers over some days of receipt; later copies of a letter in other bytes count as letters, not as items.
package struct Statistics: Hashable, Sendable {
    /// What came and was decided on one day.
    package struct Day: Hashable, Sendable {
        /// The day, ISO 8601.
        package let day: String
        /// Letters filed.
        package let letters: Int
        /// Files that had been filed before.
        package let duplicates: Int
        /// Files that were held.
        package let held: Int
        /// Items upheld.
        package let upheld: Int
        /// Items overturned.
        package let overturned: Int
    }

    /// How the items of one request category were decided.
    package struct Category: Hashable, Sendable {
        /// The category, `Pharmaceuticals * Opioids`.
        package let category: String
        /// Items upheld.
        package let upheld: Int
        /// Items overturned.
        package let overturned: Int
        /// Items without a decision.
        package let undecided: Int
    }

    /// The days on which anything came, the earliest first.
    package let days: [Day]
    /// The categories, the most frequent first.
    package let categories: [Category]
    /// The findings by rule, the most severe rules first.
    package let rules: [AnomalyGroup]
}

extension ReviewDesk {
    /// Numbers over some days of receipt; over all days without a range.
    package func statistics(_ range: DayRange? = nil) throws(ReviewFailure) -> Statistics {
        let (arrivals, byDay, byCategory, findings) = try register.read { register in
            (
                try register.arrivalCounts(range), try register.itemsByDay(range), try register.itemsByCategory(range),
                try register.findingCounts(range)
            )
        }
        let itemsByDay = Dictionary(grouping: byDay, by: \.name)
        let days = Dictionary(grouping: arrivals, by: \.day).map { day, arrivals in
            func number(_ event: String) -> Int { arrivals.first { $0.event == event }?.number ?? 0 }
            func number(_ decision: Decision) -> Int { Self.sum(itemsByDay[day] ?? [], decision) }
            return Statistics.Day(
                day: day, letters: number("filed"), duplicates: number("duplicate"), held: number("held"),
                upheld: number(.upheld), overturned: number(.overturned))
        }
        let categories = Dictionary(grouping: byCategory, by: \.name).map { category, items in
            Statistics.Category(
                category: category, upheld: Self.sum(items, .upheld), overturned: Self.sum(items, .overturned),
                undecided: Self.sum(items, nil))
        }
        return Statistics(
            days: days.sorted { $0.day < $1.day },
            categories: categories.sorted { ($1.total, $0.category) < ($0.total, $1.category) },
            rules: AnomalyGroup.groups(of: findings))
    }

    private static func sum(_ counts: [ItemCount], _ decision: Decision?) -> Int {
        counts.filter { $0.decision == decision }.reduce(0) { $0 + $1.number }
    }
}

extension Statistics.Category {
    /// How many items there are.
    package var total: Int { upheld + overturned + undecided }
}
