import Determinations
import LinuxSystem

/// How bags look from outside, so that a start after a clean stop need not compare a million names.
extension Archive {
    /// A line for each bag that has no seal: inode, size and last change of its payload folder, manifest and records.
    ///
    /// Whatever is written, added or removed there changes the line, a restored copy as well.
    package func looks() throws(ArchiveFailure) -> [String] {
        try working {
            var looks: [String] = []
            for day in try unsealedDays() {
                if let look = try Bag.look(of: day, in: root) { looks.append(look) }
            }
            return looks
        }
    }
}

extension Bag {
    /// How the bag of a day looks; nil when a part of it is missing.
    static func look(of day: CalendarDate, in archive: borrowing Descriptor) throws(SystemFailure) -> String? {
        let names = folderNames(of: day)
        let folder = try archive.folder(names[0]).folder(names[1]).folder(names[2])
        var look = day.description
        for name in [Name.data, Name.manifest, Name.records] {
            guard try folder.has(name) else { return nil }
            let status = try folder.status(of: name)
            look += " \(status.inode),\(status.size),\(status.changed)"
        }
        return look
    }
}
