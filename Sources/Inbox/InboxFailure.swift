import Determinations
package import LinuxSystem
import SystemPackage

/// Why an inbox cannot be used: one line that says what failed and how to mend it.
package struct InboxFailure: Error, CustomStringConvertible {
    /// What is wrong.
    package enum Code: Hashable, Sendable {
        /// There is nothing by that path.
        case missing
        /// It may not be opened, or nothing may be made in it.
        case noPermission
        /// It is no folder.
        case notAFolder
        /// `.imrd` belongs to somebody else, or is open to others, or is on another filesystem.
        case privateFolder
        /// The path leads to another folder than at the start: it was moved, made again or mounted over.
        case replaced
        /// Something else.
        case other
    }

    /// What is wrong.
    package let code: Code
    /// The system's failure behind it, if any.
    package let cause: SystemFailure?
    private let path: String

    init(_ code: Code, _ path: String, cause: SystemFailure? = nil) {
        self.code = code
        self.path = path
        self.cause = cause
    }

    init(_ cause: SystemFailure, _ path: String) {
        let code: Code =
            switch cause.errno {
            case .noSuchFileOrDirectory: .missing
            case .permissionDenied, .notPermitted, .readOnlyFileSystem: .noPermission
            case .notDirectory, .tooManySymbolicLinkLevels: .notAFolder
            default: .other
            }
        self.init(code, path, cause: cause)
    }

    /// One line.
    package var description: String {
        let inbox = "the inbox \"\(FileName(path))\""
        switch code {
        case .missing: return "\(inbox) does not exist: make it, or set inbox.path"
        case .noPermission: return "\(inbox) may not be used by this user: give it read, write and search permission"
        case .notAFolder: return "\(inbox) is no folder: set inbox.path"
        case .privateFolder: return "\(inbox) holds a \".imrd\" that is not a folder of this user's alone: remove it"
        case .replaced: return "\(inbox) was moved, made again or mounted over: open it again"
        case .other: return "\(inbox) cannot be used: \(cause.map(\.description) ?? "unknown reason")"
        }
    }
}
