import Determinations
import LinuxSystem
import Records

/// Reads the folder of held files, from this process or another.
package enum HeldReader {
    /// Everything that is held in a folder, the oldest first.
    package static func entries(in path: String) throws(ArchiveFailure) -> [HeldEntry] {
        do {
            return try entries(in: try Descriptor.folder(path))
        } catch {
            throw ArchiveFailure(wrapping: error)
        }
    }

    static func entries(in held: borrowing Descriptor) throws(SystemFailure) -> [HeldEntry] {
        var entries: [HeldEntry] = []
        for name in try held.names() {
            guard let arrival = ArrivalIdentifier(String(decoding: name.bytes, as: UTF8.self)) else { continue }
            entries.append(try entry(arrival, in: held))
        }
        return entries.sorted { $0.arrival < $1.arrival }
    }

    static func entry(
        _ arrival: ArrivalIdentifier, in held: borrowing Descriptor
    ) throws(SystemFailure) -> HeldEntry {
        let folder = try held.folder(FileName(arrival.description))
        let reason = try folder.contents(of: Archive.Name.reason).flatMap { try? JSON(reading: $0) }
        let size = try folder.has(Archive.Name.original) ? folder.status(of: Archive.Name.original).size : nil
        return HeldEntry(arrival: arrival, reason: reason ?? .null, size: size)
    }
}
