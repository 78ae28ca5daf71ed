import CLinux
package import Determinations
import Glibc
import SystemPackage

/// An open file or folder that is closed exactly once, when its owner ends.
///
/// Everything below a folder is reached through the folder's descriptor, by one name at a time, and never through a
/// symbolic link. Interrupted calls are repeated; nothing else is.
package struct Descriptor: ~Copyable, Sendable {
    /// The number the kernel gave.
    package let number: CInt
    /// Where it was opened, for messages only.
    package let path: String

    /// Takes over an open descriptor.
    package init(owning number: CInt, path: String) {
        self.number = number
        self.path = path
    }

    deinit { _ = close(number) }

    /// Opens a file or folder by path, with flags of open(2); always close-on-exec.
    package static func open(_ path: String, _ flags: CInt, mode: UInt32 = 0) throws(SystemFailure) -> Descriptor {
        let number = try retrying("open", path) { unsafe clinux_openat(AT_FDCWD, path, flags | O_CLOEXEC, mode) }
        return Descriptor(owning: number, path: path)
    }

    /// Opens a folder by path.
    package static func folder(_ path: String) throws(SystemFailure) -> Descriptor {
        try open(path, O_RDONLY | O_DIRECTORY)
    }

    /// Opens a name in this folder, with flags of open(2); a symbolic link is refused (ELOOP).
    package func open(_ name: FileName, _ flags: CInt, mode: UInt32 = 0) throws(SystemFailure) -> Descriptor {
        let whole = path + "/" + name.description
        let opened = try retrying("open", whole) {
            unsafe withCString(name) { name in
                unsafe clinux_openat(number, name, flags | O_CLOEXEC | O_NOFOLLOW, mode)
            }
        }
        return Descriptor(owning: opened, path: whole)
    }

    /// Opens a folder in this folder.
    package func folder(_ name: FileName) throws(SystemFailure) -> Descriptor {
        try open(name, O_RDONLY | O_DIRECTORY)
    }

    /// Makes a folder in this folder (and syncs this one) unless it is there, and opens it.
    package func makeFolder(_ name: FileName, mode: UInt32 = 0o750) throws(SystemFailure) -> Descriptor {
        do throws(SystemFailure) {
            _ = try retrying("mkdir", path + "/" + name.description) {
                unsafe withCString(name) { unsafe mkdirat(number, $0, mode) }
            }
            try sync()
        } catch  where error.errno == .fileExists {}
        return try folder(name)
    }

    /// An inode of our own in this folder, without a name; it vanishes unless it is linked.
    package func unnamedFile(mode: UInt32 = 0o640) throws(SystemFailure) -> Descriptor {
        let opened = try retrying("open O_TMPFILE in", path) { clinux_open_unnamed(number, mode) }
        return Descriptor(owning: opened, path: path + "/(unnamed)")
    }

    /// A file that exists in memory only and vanishes with its last descriptor; the name is for /proc alone.
    package static func memoryFile(_ name: String) throws(SystemFailure) -> Descriptor {
        let opened = try retrying("make memory file", name) { unsafe clinux_open_memory(name) }
        return Descriptor(owning: opened, path: "memory:" + name)
    }

    /// Gives this unnamed file a name in a folder; fails with EEXIST when the name is taken.
    package func link(into folder: borrowing Descriptor, as name: FileName) throws(SystemFailure) {
        let target = folder.number
        _ = try retrying("link", folder.path + "/" + name.description) {
            unsafe withCString(name) { unsafe clinux_link_unnamed(number, target, $0) }
        }
    }

    /// Moves a name from this folder to another of the same filesystem; fails with EEXIST when the target is taken.
    package func rename(
        _ name: FileName, into folder: borrowing Descriptor, as target: FileName
    ) throws(SystemFailure) {
        let other = folder.number
        _ = try retrying("rename", path + "/" + name.description) {
            unsafe withCString(name) { from in
                unsafe withCString(target) { to in unsafe clinux_rename_noreplace(number, from, other, to) }
            }
        }
    }

    /// Moves a name from this folder to one of another that nobody but this process gives, as a number of an arrival is.
    ///
    /// NFS and most of FUSE know no rename that fails where the target is taken (EINVAL): there it is a plain one.
    package func renameToOwn(
        _ name: FileName, into folder: borrowing Descriptor, as target: FileName
    ) throws(SystemFailure) {
        do throws(SystemFailure) {
            try rename(name, into: folder, as: target)
        } catch  where error.errno == .invalidArgument {
            let other = folder.number
            _ = try retrying("rename", path + "/" + name.description) {
                unsafe withCString(name) { from in
                    unsafe withCString(target) { to in unsafe renameat(number, from, other, to) }
                }
            }
        }
    }

    /// Replaces a name of this folder by another of it, in one step.
    package func replace(_ target: FileName, with name: FileName) throws(SystemFailure) {
        _ = try retrying("rename", path + "/" + name.description) {
            unsafe withCString(name) { from in
                unsafe withCString(target) { to in unsafe renameat(number, from, number, to) }
            }
        }
    }

    /// Removes a name (not a folder) from this folder.
    package func remove(_ name: FileName) throws(SystemFailure) {
        _ = try retrying("unlink", path + "/" + name.description) {
            unsafe withCString(name) { unsafe unlinkat(number, $0, 0) }
        }
    }

    /// Removes an empty folder from this folder.
    package func removeFolder(_ name: FileName) throws(SystemFailure) {
        _ = try retrying("rmdir", path + "/" + name.description) {
            unsafe withCString(name) { unsafe unlinkat(number, $0, AT_REMOVEDIR) }
        }
    }

    /// Takes the exclusive lock of this file; false when another process has it.
    package func lockExclusively() throws(SystemFailure) -> Bool {
        do throws(SystemFailure) {
            _ = try retrying("lock", path) { clinux_lock_exclusively(number) }
            return true
        } catch  where error.errno == .wouldBlock {
            return false
        }
    }
}

/// Runs a call until it is not interrupted, and turns -1 into a failure. The one place where errno is read.
func retrying(
    _ operation: String, _ path: @autoclosure () -> String, _ call: () -> CInt
) throws(SystemFailure) -> CInt {
    while true {
        let result = call()
        if result >= 0 { return result }
        let reason = Errno(rawValue: errno)
        if reason != .interrupted { throw SystemFailure(operation, path(), reason) }
    }
}

/// Lends a name to a call as a C string.
func withCString<Result>(_ name: FileName, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    var characters = name.bytes.map { CChar(bitPattern: $0) }
    characters.append(0)
    return unsafe characters.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return unsafe "".withCString(body) }
        return unsafe body(start)
    }
}
