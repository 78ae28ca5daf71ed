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
    package func openForAppending(_ name: FileName, mode: UInt32 = 0o600) throws(SystemFailure) -> Descriptor {
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
}
