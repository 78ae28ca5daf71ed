/// What came of an attempt to claim a file.
package enum ClaimOutcome: Hashable, Sendable {
    /// It is ours, and was read.
    case claimed(Claim)
    /// Not yet; try again after that many milliseconds.
    case waiting(WaitingReason, retryAfter: Int)
    /// It is out of the inbox, and will not be read.
    case refused(Refusal)
    /// It is not there: the sender took it away, or it was claimed already.
    case withdrawn
    /// It is a folder, or has a name that is left alone.
    case ignored
}

/// Something that an earlier run left in the private folder.
package enum UnfinishedArrival: Hashable, Sendable {
    /// A file to go on with.
    case claimed(Claim)
    /// Something that is not read.
    case refused(Refusal)
}
