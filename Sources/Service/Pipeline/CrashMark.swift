import Determinations
import LinuxSystem

/// Remembers which arrival of an earlier run is being read, so that one that ends the process is not read a third time.
///
/// It is not synced: it has to outlive the process, not the machine.
struct CrashMark: ~Copyable {
    private static let name = FileName("reading")
    private let folder: Descriptor

    /// A mark kept as a small file in the log folder.
    init(folder path: String) throws(SystemFailure) { folder = try Descriptor.folder(path) }

    /// The arrival that was being read when an earlier start ended.
    var arrival: ArrivalIdentifier? {
        get throws(SystemFailure) {
            try folder.contents(of: Self.name).flatMap { ArrivalIdentifier(String(decoding: $0, as: UTF8.self)) }
        }
    }

    /// Marks an arrival as being read.
    func set(_ arrival: ArrivalIdentifier) throws(SystemFailure) {
        try folder.updating(Self.name, mode: 0o600).write(Array(arrival.description.utf8), at: 0)
    }

    /// Takes the mark away.
    func clear() throws(SystemFailure) { try folder.removeIfPresent(Self.name) }
}
