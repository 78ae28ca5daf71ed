import Foundation
import LinuxSystem
import SystemPackage

/// Whether the daemon has what it files to itself: the folders of archive, held files, log, register and socket.
struct StateExamination {
    let settings: Settings

    func checks() -> [DoctorCheck] {
        let locations = settings.locations
        let folders = [
            ("archive", locations.archive), ("held", locations.held), ("log", locations.log),
            ("register", (locations.register as NSString).deletingLastPathComponent),
            ("control", (locations.control as NSString).deletingLastPathComponent),
        ]
        let owner = try? Descriptor.folder(locations.log).status().owner
        return folders.map { check($0, $1, owner: owner) }
    }

    private func check(_ name: String, _ path: String, owner: UInt32?) -> DoctorCheck {
        let status: FileStatus
        do { status = try Descriptor.folder(path).status() } catch {
            if error.errno != .noSuchFileOrDirectory { return Self.unusable(name, path, error) }
            return .ok(name, "\(path) is made at the first start")
        }
        if let owner, status.owner != owner {
            let user = Processes.userName(owner)
            return .problem(
                name, "\(path) belongs to \(Processes.userName(status.owner)), the log to \(user)",
                do: "chown -R \(user): \(path)")
        }
        let shown = "\(path), mode \(String(status.mode, radix: 8))"
        if status.mode & 0o007 != 0 {
            return .warning(name, "\(shown): every user of this machine may enter it", do: "chmod o-rwx \(path)")
        }
        return .ok(name, shown)
    }

    /// The answer for a folder that cannot be opened.
    static func unusable(_ name: String, _ path: String, _ error: SystemFailure) -> DoctorCheck {
        switch error.errno {
        case .permissionDenied:
            .warning(name, "\(path): this user may not look at it", do: "sudo imrd doctor")
        case .noSuchFileOrDirectory:
            .problem(name, "\(path) does not exist", do: "make it, or name another folder in the configuration")
        default: .problem(name, "\(error)", do: "check that it is a folder and that its disk works")
        }
    }
}
