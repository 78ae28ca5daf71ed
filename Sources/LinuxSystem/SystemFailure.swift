import Determinations
package import SystemPackage

/// A system call that failed: what was being done, to what, and the kernel's reason.
package struct SystemFailure: Error, CustomStringConvertible {
    /// The call, such as `openat`.
    package let operation: String
    /// The file concerned, escaped for showing.
    package let path: String
    /// The kernel's reason.
    package let errno: Errno

    /// A failure of a call on a file.
    package init(_ operation: String, _ path: String, _ errno: Errno) {
        self.operation = operation
        self.path = path
        self.errno = errno
    }

    /// One line: `cannot openat "x": Permission denied`.
    package var description: String { "cannot \(operation) \"\(FileName(path))\": \(errno)" }
}
