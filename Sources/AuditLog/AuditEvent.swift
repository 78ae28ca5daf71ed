/// What an audit entry can report; the raw value is the `event` of the line and never changes.
package enum AuditEvent: String, Hashable, Sendable, CaseIterable {
    /// The daemon started.
    case started
    /// The daemon stopped.
    case stopped
    /// A letter was filed.
    case filed
    /// A file with the same bytes was filed before.
    case duplicate
    /// A file could not be filed and was put aside.
    case held
    /// A held file was put through again.
    case released
    /// A held file was given up by a reviewer.
    case discarded
    /// A reviewer did something to a finding.
    case reviewed
    /// A file was found by the scan that no event had told about.
    case noticedLate = "noticed-late"
    /// The kernel dropped events; the folder was scanned instead.
    case overflow
    /// The disk is full; nothing is claimed until it is not.
    case storageFull = "storage-full"
    /// The disk has space again.
    case storageOK = "storage-ok"
    /// A torn last line was cut off at start.
    case logRepaired = "log-repaired"
    /// The register was built again.
    case registerRebuilt = "register-rebuilt"
    /// The log and the archive were verified.
    case verified
    /// Letters or findings were exported.
    case exported
    /// Today's rules were run over the archive.
    case rechecked
    /// From the next checkpoint on another key signs.
    case keyChanged = "key-changed"

    /// Whether this event ends the way of an arrival.
    package var endsArrival: Bool {
        switch self {
        case .filed, .duplicate, .held, .discarded: true
        default: false
        }
    }
}
