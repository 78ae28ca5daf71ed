package import Deadlines
package import Determinations
package import Records

/// Where a review desk reads, and what it must be told because it has no clock, time zone or configuration of its own.
package struct ReviewSources: Sendable {
    /// The path of the register.
    package let register: String
    /// The folder of the dated bags.
    package let archive: String
    /// The folder of the audit log.
    package let log: String
    /// How due dates are counted.
    package let counting: DeadlineCounting
    /// The day in the office at a time in milliseconds since 1970.
    package let day: @Sendable (_ milliseconds: Int64) -> CalendarDate
    /// The present time in milliseconds since 1970.
    package let now: @Sendable () -> Int64
    /// Asks the daemon something on behalf of a reviewer (nil: of the user of this process); nil when no daemon runs.
    package let ask: @Sendable (_ request: String, _ members: [JSON.Member], _ actor: String?) throws -> JSON?

    /// Places, a way of counting, a clock, and a way to the daemon.
    package init(
        register: String, archive: String, log: String, counting: DeadlineCounting,
        day: @escaping @Sendable (_ milliseconds: Int64) -> CalendarDate, now: @escaping @Sendable () -> Int64,
        ask: @escaping @Sendable (_ request: String, _ members: [JSON.Member], _ actor: String?) throws -> JSON?
    ) {
        self.register = register
        self.archive = archive
        self.log = log
        self.counting = counting
        self.day = day
        self.now = now
        self.ask = ask
    }

    /// Today in the office.
    package var today: CalendarDate { day(now()) }
}
