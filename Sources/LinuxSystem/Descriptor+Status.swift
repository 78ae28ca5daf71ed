import CLinux
package import Determinations
import Glibc
import SystemPackage

/// What stat(2) tells about a file.
package struct FileStatus: Hashable, Sendable {
    /// What kind of thing a name stands for.
    package enum Kind: String, Hashable, Sendable {
        case regular = "regular file"
        case folder
        case symbolicLink = "symbolic link"
        case fifo = "FIFO"
        case socket
        case device
    }

    /// What it is.
    package let kind: Kind
    /// The filesystem it is on.
    package let device: UInt64
    /// Its number on that filesystem.
    package let inode: UInt64
    /// The size in bytes.
    package let size: Int64
    /// How many names it has.
    package let links: UInt64
    /// Who owns it.
    package let owner: UInt32
    /// The permission bits.
    package let mode: UInt32
    /// Last change of content, in nanoseconds since 1970.
    package let modified: Int64
    /// Last change of content, name or rights, in nanoseconds since 1970.
    package let changed: Int64

    init(_ raw: stat) {
        kind =
            switch raw.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .folder
            case S_IFLNK: .symbolicLink
            case S_IFIFO: .fifo
            case S_IFSOCK: .socket
            default: .device
            }
        device = UInt64(raw.st_dev)
        inode = UInt64(raw.st_ino)
        size = Int64(raw.st_size)
        links = UInt64(raw.st_nlink)
        owner = raw.st_uid
        mode = raw.st_mode & 0o7777
        modified = Int64(raw.st_mtim.tv_sec) * 1_000_000_000 + Int64(raw.st_mtim.tv_nsec)
        changed = Int64(raw.st_ctim.tv_sec) * 1_000_000_000 + Int64(raw.st_ctim.tv_nsec)
    }
}

/// The answer to "has anybody this file open for writing?".
package enum LeaseAnswer: Hashable, Sendable {
    /// Nobody has.
    case nobodyWrites
    /// Somebody has.
    case somebodyWrites
    /// The question may not be asked here (another owner, a filesystem without leases).
    case unknown
}

extension Descriptor {
    /// What this open file is.
    package func status() throws(SystemFailure) -> FileStatus {
        var raw = stat()
        _ = try retrying("stat", path) { unsafe fstat(number, &raw) }
        return FileStatus(raw)
    }

    /// What a name in this folder is, without following a symbolic link.
    package func status(of name: FileName) throws(SystemFailure) -> FileStatus {
        var raw = stat()
        _ = try retrying("stat", path + "/" + name.description) {
            unsafe withCString(name) { unsafe fstatat(number, $0, &raw, AT_SYMLINK_NOFOLLOW) }
        }
        return FileStatus(raw)
    }

    /// The names in this folder, without `.` and `..`, in no order.
    package func names() throws(SystemFailure) -> [FileName] {
        let again = try retrying("open", path) {
            unsafe clinux_openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
        }
        guard let stream = unsafe fdopendir(again) else {
            let reason = Errno(rawValue: errno)
            _ = close(again)
            throw SystemFailure("read folder", path, reason)
        }
        defer { _ = unsafe closedir(stream) }
        var names: [FileName] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                let reason = Errno(rawValue: errno)
                if reason.rawValue != 0 { throw SystemFailure("read folder", path, reason) }
                return names
            }
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(FileName(name)) }
        }
    }

    /// Asks whether anybody has this file open for writing; the lease is given back at once.
    ///
    /// `Processes.ignoreSignals()` must have run before: a broken lease raises SIGIO.
    package func testReadLease() -> LeaseAnswer {
        if clinux_test_read_lease(number) == 0 { return .nobodyWrites }
        return errno == EAGAIN ? .somebodyWrites : .unknown
    }

    /// Space on the filesystem: bytes and inodes that an unprivileged process may still use.
    package func free() throws(SystemFailure) -> (bytes: UInt64, inodes: UInt64) {
        var bytes: UInt64 = 0
        var inodes: UInt64 = 0
        _ = try retrying("statvfs", path) { unsafe clinux_free_space(number, &bytes, &inodes) }
        return (bytes, inodes)
    }

    /// The kernel's number for the kind of filesystem this file is on (statfs(2)), or -1.
    package var filesystemKind: Int64 { clinux_filesystem_kind(number) }
}
