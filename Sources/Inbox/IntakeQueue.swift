import Determinations

/// What the intake has to do next, in order, each thing once.
struct IntakeQueue {
    /// One thing to do.
    enum Work: Equatable {
        case tell(isUp: Bool, reason: String?)
        case overflow
        case claim(InboxEntry, byRename: Bool)
        case scan(isPeriodic: Bool)
    }

    private static let mostHints = 16_384

    private var news: [Work] = []
    private var hints: [InboxEntry] = []
    private var firstHint = 0
    private var byRename: [InboxEntry: Bool] = [:]
    private var scan: Bool?
    /// Whether claiming stands still.
    var isPaused = false
    /// Whether the watcher has said that all its watches are set.
    private(set) var isWatched = false
    private var reasonDown: String?

    mutating func add(_ event: WatchEvent) {
        switch event {
        case .ready:
            isWatched = true
            news.append(.tell(isUp: true, reason: nil))
            addScan(isPeriodic: false)
        case .stopped(let reason):
            // Only what changed is news: a watcher that cannot be started fails again and again.
            if isWatched || reason != reasonDown { news.append(.tell(isUp: false, reason: reason)) }
            if isWatched { addScan(isPeriodic: false) }
            isWatched = false
            reasonDown = reason
        case .folder: addScan(isPeriodic: false)
        case .overflow:
            if !news.contains(.overflow) { news.append(.overflow) }
            addScan(isPeriodic: false)
        case .hint(let entry, let byRename): addHint(entry, byRename: byRename)
        }
    }

    /// A scan on request takes the place of a periodic one: what it finds is not late.
    mutating func addScan(isPeriodic: Bool) { scan = (scan ?? true) && isPeriodic }

    /// Whether an entry was told of and is still to be claimed.
    func expects(_ entry: InboxEntry) -> Bool { byRename[entry] != nil }

    mutating func next() -> Work? {
        if !news.isEmpty { return news.removeFirst() }
        if isPaused { return nil }
        if firstHint < hints.count {
            let entry = hints[firstHint]
            firstHint += 1
            return .claim(entry, byRename: byRename.removeValue(forKey: entry) ?? false)
        }
        hints.removeAll(keepingCapacity: hints.capacity <= IntakeQueue.mostHints)
        firstHint = 0
        guard let isPeriodic = scan else { return nil }
        scan = nil
        return .scan(isPeriodic: isPeriodic)
    }

    private mutating func addHint(_ entry: InboxEntry, byRename isRename: Bool) {
        if let known = byRename[entry] {
            byRename[entry] = known || isRename
        } else if hints.count < IntakeQueue.mostHints {
            hints.append(entry)
            byRename[entry] = isRename
        } else {
            addScan(isPeriodic: false)
        }
    }
}
