/// How much a finding matters to the person who reviews letters.
package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Good to know; off by default in the review list.
    case info
    /// Somebody must act; not a fault of the letter.
    case notice
    /// Somebody should look.
    case warning
    /// Do not rely on this letter before somebody looked.
    case error
    /// The file is no letter that can be filed: it is held.
    case held

    private var rank: Int {
        switch self {
        case .info: 0
        case .notice: 1
        case .warning: 2
        case .error: 3
        case .held: 4
        }
    }

    /// Orders from info to held; notice stands below warning because it is no fault.
    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
