package import Determinations

/// What the watcher tells; each is a hint, and the folder is the truth.
package enum WatchEvent: Hashable, Sendable {
    /// All watches are set: scan now, and from here on everything is told.
    case ready
    /// Something was dropped; by rename means that it came whole, under this name.
    case hint(InboxEntry, byRename: Bool)
    /// A folder appeared and is watched: scan it.
    case folder(FileName)
    /// Events were lost: scan everything.
    case overflow
    /// The watcher ended, or could not be started, with the reason in one line; it will be started again.
    case stopped(reason: String)
}
