import Determinations

/// Why something in the inbox is not claimed yet; the raw value is for people.
package enum WaitingReason: String, Hashable, Sendable {
    case beingWritten = "somebody is writing it"
    case quietPeriod = "it must stay unchanged for the quiet period"
    case noPermission = "no permission to take it: mend its owner or mode"
    case noDescriptors = "too many files are open"
    case replaced = "it was replaced while being claimed"
    case changedWhileReading = "it changed while being read"
    case folderTooDeep = "folders inside a source are not read: move its files up"
    case otherFilesystem = "it is on another filesystem: unmount what is mounted in the inbox"
    case systemFailure = "the system refused to take it"
}

/// Something in the inbox that waits, for `imrd status`.
package struct WaitingEntry: Hashable, Sendable {
    /// What waits.
    package let entry: InboxEntry
    /// Why.
    package let reason: WaitingReason
    /// Since when, in milliseconds since 1970.
    package let since: Int64
}
