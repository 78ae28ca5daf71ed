/// How often a treatment is asked for, and for how long: `2 times a week for 6 weeks`.
///
/// Either part may be missing: `once a day` has no duration, `for 7 days` no rate.
package struct Frequency: Hashable, Sendable, CustomStringConvertible {
    /// A stretch of the calendar or the clock; the raw value is the singular as printed.
    package enum Period: String, Hashable, Sendable, CaseIterable {
        case hour, day, night, week, month, year
    }

    /// What is counted within a period.
    package enum Measure: String, Hashable, Sendable {
        /// Repetitions.
        case times
        /// Hours of service.
        case hours
        /// Days of service.
        case days
    }

    /// `1 to 2 times a week`, `12 hours a day`, `once every 3 months`.
    package struct Rate: Hashable, Sendable {
        /// How many; a single number is a range of one.
        package let count: ClosedRange<Int>
        /// What is counted.
        package let measure: Measure
        /// How many periods go by, nearly always 1.
        package let every: Int
        /// The period; nil when none is named, as in `2 times 8`.
        package let period: Period?

        /// A rate.
        package init(_ count: ClosedRange<Int>, _ measure: Measure = .times, every: Int = 1, per period: Period?) {
            self.count = count
            self.measure = measure
            self.every = every
            self.period = period
        }
    }

    /// `6 weeks`, `4 to 6 weeks`; the period is nil when none is named, as in `3x/week x 4`.
    package struct Duration: Hashable, Sendable {
        /// How many; a single number is a range of one.
        package let count: ClosedRange<Int>
        /// The period.
        package let period: Period?

        /// A duration.
        package init(_ count: ClosedRange<Int>, _ period: Period?) {
            self.count = count
            self.period = period
        }
    }

    /// How often.
    package let rate: Rate?
    /// For how long.
    package let duration: Duration?

    /// A frequency.
    package init(rate: Rate?, duration: Duration?) {
        self.rate = rate
        self.duration = duration
    }

    /// `2 times a week for 6 weeks`, `1 to 2 times a week for 4 weeks`, `once a day`, `2 times 8`, `for 7 days`.
    package var description: String {
        // "3x/week x 4" names no period for its duration: "3 times a week times 4".
        let joint = rate?.period != nil && duration.map { $0.period == nil } == true ? "times" : nil
        return [rate.map(Frequency.text), joint, duration.map(Frequency.text)].compactMap { $0 }.joined(separator: " ")
    }

    private static func text(_ rate: Rate) -> String {
        let isOnce = rate.count == 1...1
        var text = Frequency.text(rate.count)
        switch rate.measure {
        case .times: text = isOnce && rate.period != nil ? "once" : "\(text) time\(isOnce ? "" : "s")"
        case .hours: text += isOnce ? " hour" : " hours"
        case .days: text += isOnce ? " day" : " days"
        }
        guard let period = rate.period else { return text }
        if rate.every != 1 { return "\(text) every \(rate.every) \(period.rawValue)s" }
        return "\(text) \(period == .hour ? "an" : "a") \(period.rawValue)"
    }

    private static func text(_ duration: Duration) -> String {
        guard let period = duration.period else { return text(duration.count) }
        return "for \(text(duration.count)) \(period.rawValue)\(duration.count == 1...1 ? "" : "s")"
    }

    private static func text(_ count: ClosedRange<Int>) -> String {
        count.lowerBound == count.upperBound ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
    }
}
