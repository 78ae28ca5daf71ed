import Determinations
import LinuxSystem
import SystemPackage

/// Drops copies into the inbox the way a careful sender does: whole, by rename, never over another file.
struct InboxDrop: Sendable {
    private let path: String
    /// Who must be able to read what is dropped: this user alone, or the daemon of another.
    private let mode: UInt32

    /// A drop into the inbox, or into the folder of a source, which is made where the inbox is this user's own.
    init(inbox: String, source: String?) throws {
        let folder = try Descriptor.folder(inbox)
        let isOwn = try folder.status().owner == Processes.effectiveUser
        mode = isOwn ? 0o600 : 0o644
        guard let source else {
            path = inbox
            return
        }
        path = inbox + "/" + source
        if isOwn { _ = try folder.makeFolder(FileName(source)) }
    }

    /// Puts a file in; false while another of that name stands there.
    func put(_ bytes: [UInt8], as name: FileName) throws(SystemFailure) -> Bool {
        let folder = try Descriptor.folder(path)
        let file = try folder.unnamedFile(mode: mode)
        try file.write(bytes)
        // A name that the daemon leaves alone; the rename right after it tells the daemon that the file is whole.
        let temporary = FileName(".imrd-file-\(UInt64.random(in: 0 ... .max))")
        try file.link(into: folder, as: temporary)
        do throws(SystemFailure) {
            try folder.rename(temporary, into: folder, as: name)
            return true
        } catch {
            try folder.remove(temporary)
            if error.errno == .fileExists { return false }
            throw error
        }
    }
}
