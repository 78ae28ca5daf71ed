import Archive
import AuditLog
import Inbox
import LinuxSystem
import Register
import Review
import SystemPackage

extension CommandFailure {
    /// The failure for any error that a room throws: the one place where errors get their exit codes.
    package init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let failure as SettingsFailure: self.init(.configuration, failure.description)
        case let failure as LockFailure: self.init(.tryLater, failure.description)
        case let failure as InboxFailure:
            self.init(failure.code == .noPermission ? .noPermission : .cannotCreate, failure.description)
        case let failure as ArchiveFailure:
            self.init(
                failure.code == .storageFull ? .tryLater : failure.code == .unusable ? .cannotCreate : .system,
                failure.description)
        case let failure as AuditLogFailure:
            self.init(failure.isStorageFull ? .tryLater : .system, failure.description)
        case let failure as SystemFailure:
            switch failure.errno {
            case .permissionDenied, .notPermitted:
                self.init(.noPermission, "\(failure); give this user permission")
            case .noSpace, .diskQuotaExceeded: self.init(.tryLater, "\(failure); free space or raise the quota")
            case .ioError: self.init(.system, "\(failure); check the disk, then start again")
            default:
                self.init(.cannotCreate, "\(failure); check that the path exists and that this user may use it")
            }
        case let failure as RegisterFailure: self.init(.unavailable, failure.description)
        case let failure as ReviewFailure:
            self.init(
                failure.code == .notFound ? .noInput : failure.code == .invalid ? .usage : .unavailable,
                failure.description)
        case let failure as RecoveryRefusal: self.init(.system, failure.description)
        default: self.init(.failed, "\(error)")
        }
    }
}
