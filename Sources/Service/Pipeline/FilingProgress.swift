/// Whether the daemon gets on, which is what the service manager's watchdog is told.
struct FilingProgress {
    private var last = 0

    /// Whether it gets on: nothing waits, or something was filed since the last question, or all waits for space.
    /// - Parameters:
    ///   - filed: How many arrivals ended since the start.
    ///   - waiting: How many are between the stages.
    ///   - isFull: Whether filing pauses for want of space.
    mutating func isMade(filed: Int, waiting: Int, isFull: Bool) -> Bool {
        defer { last = filed }
        return waiting == 0 || filed != last || isFull
    }
}
