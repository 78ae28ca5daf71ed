/// What ends a command with an error: one line, and the exit code.
package struct CommandFailure: Error, CustomStringConvertible {
    /// The exit code, from sysexits(3) where one fits.
    package enum Code: Int32, Sendable {
        /// Something failed that fits none of the others.
        case failed = 1
        /// What is asked for is not what can be asked for.
        case usage = 64
        /// An input cannot be read.
        case noInput = 66
        /// Something that is needed is not there.
        case unavailable = 69
        /// The disk or another part of the system failed.
        case system = 71
        /// A file or folder cannot be made or used.
        case cannotCreate = 73
        /// Try again later: another daemon runs, or there is no space.
        case tryLater = 75
        /// Not permitted.
        case noPermission = 77
        /// The configuration is wrong.
        case configuration = 78
    }

    /// The exit code.
    package let code: Code
    /// One line: what failed and what to do.
    package let description: String

    /// A failure.
    package init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
