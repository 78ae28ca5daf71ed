import Determinations
import Foundation
import LinuxSystem
import Records

/// The last verification, for the status: the entry stands in the log; the file `verified` beside it is a note to find it by.
extension FilingEngine {
    /// Remembers the entry of a verification; a note that cannot be written is missing from the status, no more.
    func rememberVerification(_ entry: JSON) {
        lastVerified = entry
        try? Descriptor.folder(settings.locations.log)
            .replaceContent(of: FileName("verified"), with: entry.bytes + [0x0A], mode: 0o640)
    }

    /// The entry of the last verification of a log; null when there is none.
    static func lastVerification(of locations: Locations) -> JSON {
        guard let data = FileManager.default.contents(atPath: locations.log + "/verified") else { return .null }
        return (try? JSON(reading: data)) ?? .null
    }
}
