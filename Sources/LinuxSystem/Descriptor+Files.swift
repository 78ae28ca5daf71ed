package import Determinations
import Glibc
import SystemPackage

// Files below a folder that are read, or kept and added to, so that other rooms need no flags of open(2).
extension Descriptor {
    /// Opens a file by path for reading.
    package static func file(_ path: String) throws(SystemFailure) -> Descriptor { try open(path, O_RDONLY) }

    /// Opens a file of this folder for reading.
    package func reading(_ name: FileName) throws(SystemFailure) -> Descriptor { try open(name, O_RDONLY) }

    /// Opens a file of this folder for reading and writing, and makes it when it is not there; the name is not synced.
    package func updating(_ name: FileName, mode: UInt32 = 0o640) throws(SystemFailure) -> Descriptor {
        try open(name, O_RDWR | O_CREAT, mode: mode)
    }

    /// Whether this folder has that name.
    package func has(_ name: FileName) throws(SystemFailure) -> Bool {
        do throws(SystemFailure) {
            _ = try status(of: name)
            return true
        } catch  where error.errno == .noSuchFileOrDirectory {
            return false
        }
    }

    /// The first bytes of a file of this folder, or nil when there is no such file.
    package func content(of name: FileName, upTo count: Int) throws(SystemFailure) -> [UInt8]? {
        guard try has(name) else { return nil }
        return try reading(name).read(upTo: count)
    }

    /// Writes a file of this folder under another name, syncs it, and puts it in the place of the old one in one step.
    package func replaceContent(of name: FileName, with bytes: [UInt8], mode: UInt32 = 0o640) throws(SystemFailure) {
        let temporary = FileName(name.bytes + Array(".new".utf8))
        do throws(SystemFailure) {
            let file = try open(temporary, O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
            try file.write(bytes)
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
