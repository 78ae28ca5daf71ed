package import Determinations
package import LinuxSystem
package import Records
import SystemPackage

/// A file that could not be filed.
package struct HeldEntry: Hashable, Sendable {
    /// The number of the arrival; it names the folder.
    package let arrival: ArrivalIdentifier
    /// Why it is held; null when `reason.json` is missing or no JSON.
    package let reason: JSON
    /// The size of the original in bytes, nil when it is not there (yet).
    package let size: Int64?
}

extension Archive {
    enum Name {
        static let original = FileName("original")
        static let reason = FileName("reason.json")
        /// The mark of an entry that somebody released or discarded.
        static let leaving = FileName("leaving")
        /// The folder of discarded entries.
        static let discarded = FileName("discarded")
    }

    /// Holds an arrival, durably when it returns: `original` (when given) and `reason.json`; returns the folder's path.
    ///
    /// An entry that is there already is kept when its original is the same, as after a crash, with its first reason;
    /// otherwise this is an incident. Without `original` the caller moves the object in through `withHeldFolder`.
    package func hold(
        _ arrival: ArrivalIdentifier, original: [UInt8]?, reason: JSON
    ) throws(ArchiveFailure) -> String {
        try working {
            let name = FileName(arrival.description)
            let path = held.path + "/" + arrival.description
            let temporary = Archive.temporaryName(arrival)
            do {
                try removeFolderAndFiles(temporary)
                try makeEntry(temporary, original: original, reason: reason)
                try held.rename(temporary, into: held, as: name)
            } catch {
                let failure = ArchiveFailure(wrapping: error)
                if failure.code != .syncFailed { try removeFolderAndFiles(temporary) }
                guard (error as? SystemFailure)?.errno == .fileExists else { throw error }
                if let original, try held.folder(name).contents(of: Name.original) != original {
                    throw ArchiveFailure(.incident, "\(path) holds another file under this arrival; look at both")
                }
            }
            try held.sync()
            return path
        }
    }

    /// Lends the folder of a held entry, so that a refused object can be moved into it as `original`; then syncs it.
    package func withHeldFolder<Result>(
        _ arrival: ArrivalIdentifier, _ body: (borrowing Descriptor) throws -> Result
    ) throws(ArchiveFailure) -> Result {
        try working {
            let folder = try held.folder(FileName(arrival.description))
            let result = try body(folder)
            try folder.sync()
            return result
        }
    }

    /// Everything that is held, oldest first.
    package func heldEntries() throws(ArchiveFailure) -> [HeldEntry] {
        try working { try HeldReader.entries(in: held) }
    }

    /// Whether an arrival is held and its original was not moved in yet.
    package func lacksOriginal(_ arrival: ArrivalIdentifier) throws(ArchiveFailure) -> Bool {
        try working {
            let name = FileName(arrival.description)
            return try held.has(name) && !held.folder(name).has(Name.original)
        }
    }

    /// Removes a held entry with its original, if it is there: nobody logged it, or somebody released or discarded it and that
    /// is logged.
    package func removeHeld(_ arrival: ArrivalIdentifier) throws(ArchiveFailure) {
        try working {
            guard try held.has(FileName(arrival.description)) else { return }
            let temporary = Archive.temporaryName(arrival)
            try removeFolderAndFiles(temporary)
            try held.rename(FileName(arrival.description), into: held, as: temporary)
            try held.sync()
            try removeFolderAndFiles(temporary)
        }
    }

    /// Removes the temporary folders of a killed run; returns how many.
    func removeUnfinishedHeld() throws(SystemFailure) -> Int {
        let names = try held.names().filter {
            $0.bytes.starts(with: ".".utf8) && $0.bytes.suffix(4).elementsEqual(".new".utf8)
        }
        for name in names { try removeFolderAndFiles(name) }
        try held.sync()
        return names.count
    }

    private static func temporaryName(_ arrival: ArrivalIdentifier) -> FileName { FileName(".\(arrival).new") }

    private func makeEntry(_ name: FileName, original: [UInt8]?, reason: JSON) throws(SystemFailure) {
        let folder = try held.makeFolder(name)
        if let original { try folder.place(original, as: Name.original) }
        try folder.place(reason.bytes + [UInt8(ascii: "\n")], as: Name.reason)
    }

    private func removeFolderAndFiles(_ name: FileName) throws(SystemFailure) {
        guard try held.has(name) else { return }
        let folder = try held.folder(name)
        for file in try folder.names() { try folder.remove(file) }
        try held.removeFolder(name)
    }
}
