import Glibc
import SystemPackage

/// The system calls by which senders make odd things.
enum FileCalls {
    static func symbolicLink(to target: String, at path: String) throws { try check(unsafe symlink(target, path)) }
    static func link(_ path: String, _ second: String) throws { try check(unsafe Glibc.link(path, second)) }
    static func fifo(_ path: String) throws { try check(unsafe mkfifo(path, 0o600)) }
    static func node(_ path: String, _ kind: mode_t, _ device: dev_t = 0) throws {
        try check(unsafe mknod(path, kind | 0o600, device))
    }
    static func resize(_ path: String, _ size: Int) throws { try check(unsafe truncate(path, size)) }
    static func rename(_ path: String, _ target: String) throws { try check(unsafe Glibc.rename(path, target)) }
    static func mode(_ path: String, _ mode: mode_t) throws { try check(unsafe chmod(path, mode)) }

    /// A descriptor that may write; the caller closes it.
    static func openForWriting(_ path: String) throws -> CInt {
        let number = unsafe open(path, O_RDWR | O_CLOEXEC)
        try check(number)
        return number
    }

    private static func check(_ result: CInt) throws { if result < 0 { throw Errno(rawValue: errno) } }
}

/// Memory that stands for the first ten bytes of a file, until it is let go.
@safe struct Mapping: ~Copyable {
    private let start: UnsafeMutableRawPointer?

    init(_ descriptor: CInt) { unsafe start = mmap(nil, 10, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0) }

    /// Lets it go.
    consuming func end() {}

    deinit { unsafe munmap(start, 10) }
}
