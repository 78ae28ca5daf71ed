import Determinations
import LinuxSystem
import SystemPackage

/// The BagIt 1.0 bag of one day, open for filing (RFC 8493).
///
/// `records.jsonl` is written and synced before `manifest-sha256.txt`: every line of the manifest belongs to a record
/// that is on disk, which is how recovery knows whose line it is.
final class Bag {
    enum Name {
        static let declaration = FileName("bagit.txt")
        static let information = FileName("bag-info.txt")
        static let manifest = FileName("manifest-sha256.txt")
        static let tagManifest = FileName("tagmanifest-sha256.txt")
        static let records = FileName("records.jsonl")
        static let data = FileName("data")
        /// A tag file on its way into place.
        static let temporary = FileName(".new")
    }

    let day: CalendarDate
    let folder: Descriptor
    let data: Descriptor
    let manifest: AppendedFile
    let records: AppendedFile

    /// Opens the bag of a day; makes it, or what is missing of it, and takes the seal off a sealed one.
    ///
    /// All of it is durable when this returns, also what a killed run had made and not synced.
    init(of day: CalendarDate, in archive: borrowing Descriptor) throws(SystemFailure) {
        let names = Bag.folderNames(of: day)
        let year = try archive.makeFolder(names[0])
        let month = try year.makeFolder(names[1])
        folder = try month.makeFolder(names[2])
        try archive.sync()
        try year.sync()
        try month.sync()
        self.day = day
        if try folder.removeIfPresent(Name.tagManifest) { try folder.sync() }
        if try !folder.has(Name.declaration) {
            try folder.place(Array(BagText.declaration.utf8), as: Name.declaration)
        }
        let information = try folder.contents(of: Name.information)
        let openInformation = information.map(BagText.withoutOxum) ?? BagText.information(of: day)
        if information != openInformation { try folder.place(openInformation, as: Name.information) }
        try folder.removeIfPresent(Name.temporary)
        data = try folder.makeFolder(Name.data)
        records = try AppendedFile(Name.records, in: folder)
        manifest = try AppendedFile(Name.manifest, in: folder)
        try folder.sync()
    }

    /// The bag's path relative to the archive.
    var path: String { day.bagPath }

    /// Takes the whole bag of a day away when nothing was ever filed in it: `sha256sum -c` refuses an empty manifest.
    ///
    /// It can be killed at any point: what is left is an unsealed bag without a letter, and removed the next time. A bag
    /// that holds anything else is left as it is.
    @discardableResult
    static func removeIfEmpty(_ day: CalendarDate, in archive: borrowing Descriptor) throws(SystemFailure) -> Bool {
        do throws(SystemFailure) {
            let names = folderNames(of: day)
            let month = try archive.folder(names[0]).folder(names[1])
            let folder = try month.folder(names[2])
            let tags = [Name.declaration, Name.information, Name.manifest, Name.records, Name.temporary]
            guard try folder.names().allSatisfy({ tags.contains($0) || $0 == Name.data }) else { return false }
            for name in [Name.manifest, Name.records] where try folder.has(name) {
                if try folder.status(of: name).size > 0 { return false }
            }
            if try folder.has(Name.data) {
                guard try folder.folder(Name.data).names().isEmpty else { return false }
                try folder.removeFolder(Name.data)
            }
            for name in tags { try folder.removeIfPresent(name) }
            try month.removeFolder(names[2])
            try month.sync()
            return true
        } catch  where error.errno == .noSuchFileOrDirectory {
            return false
        }
    }

    static func folderNames(of day: CalendarDate) -> [FileName] {
        day.description.split(separator: "-").map { FileName(String($0)) }
    }
}

extension Descriptor {
    /// Puts a file in place whole and durably, replacing one of that name.
    func place(_ bytes: [UInt8], as name: FileName) throws(SystemFailure) {
        let file = try unnamedFile()
        try file.write(bytes)
        try file.sync()
        try removeIfPresent(Bag.Name.temporary)
        try file.link(into: self, as: Bag.Name.temporary)
        try replace(name, with: Bag.Name.temporary)
        try sync()
    }
}
