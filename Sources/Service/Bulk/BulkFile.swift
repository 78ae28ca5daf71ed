import Determinations
import LinuxSystem
import SystemPackage

/// A file that is to be filed in bulk: the folder it stands in, and its name there.
struct BulkFile: Sendable {
    let folder: String
    let name: FileName

    /// For people.
    var path: String { FileName(Self.joined(folder, "")).description + name.description }

    /// A path below a folder; the folder `.` is left out.
    private static func joined(_ folder: String, _ name: String) -> String {
        folder == "." ? name : folder == "/" ? "/" + name : folder + "/" + name
    }

    /// What was read of a file, to tell later whether it is still the same.
    struct Content: Sendable {
        let bytes: [UInt8]
        let sha256: String
        let status: FileStatus
    }

    /// Why a file is not filed.
    struct Refusal: Error {
        let why: String
    }

    /// Reads the file; links are not followed, and what is no file is not opened.
    func read(largest: Int) throws -> Content {
        let folder = try Descriptor.folder(folder)
        let kind = try folder.status(of: name).kind
        guard kind == .regular else { throw Refusal(why: "is a \(kind.rawValue); name the letter itself") }
        let file = try folder.openForReading(name)
        let status = try file.status()
        guard status.size > 0 else { throw Refusal(why: "is empty") }
        guard status.size <= largest else {
            throw Refusal(why: "has \(status.size) bytes, more than inbox.largestFile allows")
        }
        let bytes = try file.read(upTo: Int(status.size) + 1)
        guard bytes.count == Int(status.size) else { throw Refusal(why: "is being written; run this again later") }
        return Content(bytes: bytes, sha256: LetterRecord.hexadecimal(Hashing.sha256(bytes)), status: status)
    }

    /// Removes the file, unless it is another by now; whether it is gone.
    func remove(ifStill status: FileStatus) throws(SystemFailure) -> Bool {
        let folder = try Descriptor.folder(folder)
        let now = try folder.status(of: name)
        guard now.device == status.device, now.inode == status.inode, now.size == status.size,
            now.modified == status.modified
        else { return false }
        try folder.remove(name)
        try folder.sync()
        return true
    }

    /// The files at and below some paths, in the order of their names; what cannot be filed goes to `refuse`.
    /// - Parameters:
    ///   - paths: Files and folders.
    ///   - isIgnored: Says which names are left alone.
    ///   - refuse: Takes a path for people and why it is left out.
    static func all(
        at paths: [String], isIgnored: (FileName) -> Bool, refuse: (String, String) -> Void
    ) -> [BulkFile] {
        var files: [BulkFile] = []
        for path in paths {
            let whole = FilePath(path).lexicallyNormalized()
            guard let name = whole.lastComponent, name.kind == .regular else {
                gather(whole.string.isEmpty ? "." : whole.string, into: &files, isIgnored, refuse)
                continue
            }
            let parent = whole.removingLastComponent()
            let file = BulkFile(folder: parent.isEmpty ? "." : parent.string, name: FileName(name.string))
            add(file, into: &files, isIgnored, refuse)
        }
        return files
    }

    private static func add(
        _ file: BulkFile, into files: inout [BulkFile], _ isIgnored: (FileName) -> Bool,
        _ refuse: (String, String) -> Void
    ) {
        do throws(SystemFailure) {
            let kind = try Descriptor.folder(file.folder).status(of: file.name).kind
            switch kind {
            case .folder:
                let name = String(decoding: file.name.bytes, as: UTF8.self)
                gather(joined(file.folder, name), into: &files, isIgnored, refuse)
            case .regular where isIgnored(file.name):
                refuse(file.path, "has a name that is left alone (inbox.ignoredNames); rename it")
            case .regular: files.append(file)
            default: refuse(file.path, "is a \(kind.rawValue); name the letter itself")
            }
        } catch {
            refuse(file.path, "cannot be looked at (\(error.errno)); check the name and the permissions")
        }
    }

    private static func gather(
        _ folder: String, into files: inout [BulkFile], _ isIgnored: (FileName) -> Bool,
        _ refuse: (String, String) -> Void
    ) {
        let names: [FileName]
        do { names = try Descriptor.folder(folder).names() } catch {
            refuse(Terminal.safe(folder), "cannot be looked through (\(error)); check its permissions")
            return
        }
        for name in names.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) {
            add(BulkFile(folder: folder, name: name), into: &files, isIgnored, refuse)
        }
    }
}
