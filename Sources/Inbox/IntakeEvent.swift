package import LinuxSystem

/// What the intake hands on, in order of arrival.
package enum IntakeEvent: Sendable {
    /// A file to be filed; it is ours.
    case claimed(Claim)
    /// Something that cannot be read; it is out of the inbox.
    case refused(Refusal)
    /// A file that only a periodic scan found, though the watcher was running; it is claimed next.
    case noticedLate(InboxEntry)
    /// The watcher lost events; a scan follows.
    case overflow
    /// The watcher is at work, or not; then the reason in one line.
    case watcher(isUp: Bool, reason: String?)
    /// Claiming met a full disk and has paused itself: resume it when there is room.
    case storageFull(SystemFailure)
}
