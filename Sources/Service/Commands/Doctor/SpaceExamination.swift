import Determinations
import LinuxSystem

/// Whether there is room for what will come.
struct SpaceExamination {
    let settings: Settings

    private static let scarceBytes: UInt64 = 1 << 30
    private static let tooFewBytes: UInt64 = 100 << 20
    private static let scarceFiles: UInt64 = 10_000
    private static let tooFewFiles: UInt64 = 1000

    func checks() -> [DoctorCheck] {
        var seen: Set<UInt64> = []
        return [settings.locations.archive, settings.locations.log, settings.locations.inbox].compactMap { path in
            guard let folder = try? Descriptor.folder(path), let device = try? folder.status().device,
                seen.insert(device).inserted, let free = try? folder.free()
            else { return nil }
            // Filesystems that make inodes as they are needed report none.
            let files = free.inodes == 0 ? nil : free.inodes
            return Self.check(path, bytes: free.bytes, files: files)
        }
    }

    /// The answer for one filesystem.
    /// - Parameter files: How many files can still be made; nil where there is no limit.
    static func check(_ path: String, bytes: UInt64, files: UInt64?) -> DoctorCheck {
        let shown =
            "\(path): \(bytes >> 20) MiB" + (files.map { " and \($0) files" } ?? "") + " can still be written"
        let remedy = "free space or enlarge the disk; imrd deletes nothing"
        if bytes < tooFewBytes || (files ?? .max) < tooFewFiles { return .problem("space", shown, do: remedy) }
        if bytes < scarceBytes || (files ?? .max) < scarceFiles { return .warning("space", shown, do: remedy) }
        return .ok("space", shown)
    }
}
