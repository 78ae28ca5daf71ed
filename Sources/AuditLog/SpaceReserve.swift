import Determinations
import LinuxSystem

/// The file `audit/reserve`: space that is given back when there is none, so that the log can still say so.
struct SpaceReserve {
    private static let name = FileName("reserve")
    /// Room for one line of the greatest length and the small files beside it.
    private static let bytes = 32 * 4096

    /// Whether the space is kept.
    private(set) var isKept = false

    /// Takes the space, unless it is kept already; fails when there is none.
    mutating func keep(in folder: borrowing Descriptor) throws(SystemFailure) {
        if isKept { return }
        let file = try folder.updating(SpaceReserve.name, mode: 0o600)
        // Bytes that are written take blocks on every filesystem; a hole or an allocation may not.
        do throws(SystemFailure) {
            try file.write([UInt8](repeating: 0x72, count: SpaceReserve.bytes), at: 0)
            try file.sync()
        } catch {
            try? folder.remove(SpaceReserve.name)
            throw error
        }
        isKept = true
    }

    /// Gives the space back.
    mutating func release(in folder: borrowing Descriptor) {
        guard isKept else { return }
        isKept = false
        // When even this fails, the next entry fails for lack of space, which is reported.
        try? folder.remove(SpaceReserve.name)
    }
}
