import Review
import Synchronization

/// What the navigation counts, asked anew after a few seconds, because every page shows it.
final class Morning: Sendable {
    private static let age = Duration.seconds(5)

    private let desk: ReviewDesk
    private let last = Mutex<(today: Today?, time: ContinuousClock.Instant)?>(nil)

    init(desk: ReviewDesk) { self.desk = desk }

    /// Today; nil while there is no register.
    func today() -> Today? {
        if let last = last.withLock({ $0 }), .now - last.time < Self.age { return last.today }
        let today = try? desk.today()
        last.withLock { $0 = (today, .now) }
        return today
    }

    /// Forgets it, after something was done.
    func forget() { last.withLock { $0 = nil } }
}
