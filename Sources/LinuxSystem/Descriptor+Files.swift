import CLinux
package import Determinations
import Glibc
import SystemPackage

extension Descriptor {
    /// Opens a folder by path, making what is missing of it; every new folder is synced into its parent.
    package static func makeFolders(_ path: String) throws(SystemFailure) -> Descriptor {
        do throws(SystemFailure) {
            return try folder(path)
        } catch  where error.errno == .noSuchFileOrDirectory {
            let parent = FilePath(path).removingLastComponent()
            guard let name = FilePath(path).lastComponent else { throw error }
            return try makeFolders(parent.isEmpty ? "." : parent.string).makeFolder(FileName(name.string))
        }
    }

    /// Opens a file in this folder for reading; never waits for a writer when the name is a FIFO.
    package func openForReading(_ name: FileName) throws(SystemFailure) -> Descriptor {
        try open(name, O_RDONLY | O_NONBLOCK)
    }

    /// Opens a file in this folder for reading and for writing at its end, making it when it is missing.
    package func openForAppending(_ name: FileName, mode: UInt32 = 0o640) throws(SystemFailure) -> Descriptor {
        try open(name, O_RDWR | O_APPEND | O_CREAT, mode: mode)
    }

    /// The whole content of a file in this folder, or nil when there is no such name.
    package func contents(of name: FileName) throws(SystemFailure) -> [UInt8]? {
        do throws(SystemFailure) {
            let file = try openForReading(name)
            return try file.read(at: 0, upTo: Int(try file.status().size))
        } catch  where error.errno == .noSuchFileOrDirectory {
            return nil
        }
    }

    /// Whether this folder has the name.
    package func has(_ name: FileName) throws(SystemFailure) -> Bool {
        do throws(SystemFailure) {
            _ = try status(of: name)
            return true
        } catch  where error.errno == .noSuchFileOrDirectory {
            return false
        }
    }

    /// Removes a name (not a folder) when it is there, and says whether it was.
    @discardableResult
    package func removeIfPresent(_ name: FileName) throws(SystemFailure) -> Bool {
        do throws(SystemFailure) {
            try remove(name)
            return true
        } catch  where error.errno == .noSuchFileOrDirectory {
            return false
        }
    }

    /// Starts to write out the content, so that the syncs of many files share their journal commits.
    ///
    /// A hint: a filesystem that cannot do it says so, and `sync` reports whatever went wrong. Source: sync_file_range(2).
    package func startWriting() { _ = clinux_start_writing(number) }

    /// Opens a file by path for reading.
    package static func file(_ path: String) throws(SystemFailure) -> Descriptor { try open(path, O_RDONLY) }

    /// Opens a file of this folder for reading and writing, and makes it when it is not there; the name is not synced.
    package func updating(_ name: FileName, mode: UInt32 = 0o640) throws(SystemFailure) -> Descriptor {
        try open(name, O_RDWR | O_CREAT, mode: mode)
    }

    /// The first bytes of a file of this folder, or nil when there is no such file.
    package func content(of name: FileName, upTo count: Int) throws(SystemFailure) -> [UInt8]? {
        guard try has(name) else { return nil }
        return try openForReading(name).read(upTo: count)
    }

    /// Writes a file of this folder under another name, syncs it, and puts it in the place of the old one in one step.
    /// - Parameter owner: Whose the file is to be; nil leaves it to this process's user.
    package func replaceContent(
        of name: FileName, with bytes: [UInt8], mode: UInt32 = 0o640, owner: UInt32? = nil
    ) throws(SystemFailure) {
        let temporary = FileName(name.bytes + Array(".new".utf8))
        do throws(SystemFailure) {
            let file = try open(temporary, O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
            try file.write(bytes)
            if let owner {
                _ = try retrying("change the owner of", file.path) { fchown(file.number, owner, gid_t.max) }
            }
            try file.sync()
            try replace(name, with: temporary)
        } catch {
            try? remove(temporary)
            throw error
        }
        try sync()
    }

    /// Writes all bytes at a place of the file without moving its position; short writes are continued.
    package func write(_ bytes: [UInt8], at offset: Int64) throws(SystemFailure) {
        var written = 0
        while written < bytes.count {
            let result = unsafe bytes.withUnsafeBytes { buffer in
                unsafe pwrite(
                    number, buffer.baseAddress?.advanced(by: written), bytes.count - written,
                    off_t(offset) + off_t(written))
            }
            if result >= 0 {
                written += result
            } else if errno != EINTR {
                throw SystemFailure("write", path, Errno(rawValue: errno))
            }
        }
    }
}
