import AuditLog
import Deadlines
import Determinations
package import Review

extension ReviewDesk {
    /// The desk of an installation; the daemon is asked through its control socket.
    /// - Throws: `SettingsFailure` for a time zone that is none.
    package init(settings: Settings) throws {
        guard let calendar = ReceiptCalendar(timeZone: settings.timeZone) else {
            throw SettingsFailure(
                file: nil, key: "archive.timeZone", problem: "is no time zone", remedy: "write another")
        }
        let client = ControlClient(settings: settings)
        self.init(
            sources: ReviewSources(
                register: settings.locations.register, archive: settings.locations.archive, log: settings.locations.log,
                counting: settings.counting, day: { calendar.day(of: $0) }, now: { Int64(FilingEngine.now) },
                ask: { request, members, actor in try client.ask(request, members, actor: actor) }))
    }
}

extension Settings {
    /// How due dates are counted.
    var counting: DeadlineCounting {
        DeadlineCounting(
            calendar: WorkingCalendar(holidays: holidays, closures: Set(closures)), isServedByMail: isServedByMail)
    }
}
