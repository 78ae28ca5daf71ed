import LinuxSystem
import SystemPackage

/// Why the archive could not do what it was asked: one line that says what failed, where, and how to mend it.
package struct ArchiveFailure: Error, Hashable, CustomStringConvertible {
    /// What the caller can do about it.
    package enum Code: String, Hashable, Sendable {
        /// No space, no inodes or no quota left (ENOSPC, EDQUOT); nothing of the batch was filed: wait and try again.
        case storageFull
        /// A sync failed: what was written may be gone. Stop; the next start undoes it and copies again.
        case syncFailed
        /// Other bytes stand under the name that these bytes must have. Stop and let somebody look.
        case incident
        /// A bag or a held entry is not as it was left. Stop and let somebody look.
        case damaged
        /// A folder cannot be used: rights, a read-only or unsuitable filesystem.
        case unusable
        /// Any other system call failed; nothing of the batch was filed.
        case system
    }

    /// What the caller can do about it.
    package let code: Code
    /// One line for people.
    package let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    init(_ failure: SystemFailure) {
        let (code, remedy) =
            switch (failure.operation, failure.errno) {
            case ("fsync", _): (Code.syncFailed, "check the disk, then start again: the letters are copied anew")
            case (_, .noSpace), (_, .diskQuotaExceeded): (Code.storageFull, "free space or raise the quota")
            case (_, .permissionDenied), (_, .notPermitted), (_, .readOnlyFileSystem):
                (Code.unusable, "check owner, rights and mount of the folder")
            case (_, .notSupported): (Code.unusable, "use a filesystem with unnamed files, such as ext4 or XFS")
            default: (Code.system, "nothing was filed; mend the cause and start again")
            }
        self.init(code, "\(failure); \(remedy)")
    }

    /// Names the kind of any error that the room's own code throws.
    init(wrapping error: any Error) {
        switch error {
        case let failure as ArchiveFailure: self = failure
        case let failure as SystemFailure: self.init(failure)
        default: self.init(.system, "the archive failed: \(error)")
        }
    }
}
