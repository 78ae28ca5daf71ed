import Determinations
import Foundation
import LinuxSystem

/// Why the daemon cannot have the state to itself.
package enum LockFailure: Error, CustomStringConvertible {
    /// Another daemon runs on the same state.
    case anotherRuns(String)

    /// One line.
    package var description: String {
        switch self {
        case .anotherRuns(let path):
            "another imrd runs on this archive (\(path) is locked); stop it, or use another --root"
        }
    }
}

/// The lock that keeps a second daemon from the same state; it falls with the process, however that ends.
enum DaemonLock {
    /// Makes the folders of the state where they are missing, and takes the lock, which is held as long as the descriptor.
    /// - Parameter listens: Whether the folder of the control socket is needed, too.
    static func take(_ locations: Locations, listens: Bool) throws -> Descriptor {
        let parents = ([locations.register] + (listens ? [locations.control] : []))
            .map { ($0 as NSString).deletingLastPathComponent }
        for path in [locations.archive, locations.held, locations.log] + parents {
            _ = try Descriptor.makeFolders(path)
        }
        let file = try Descriptor.folder(locations.log).updating(FileName("lock"), mode: 0o600)
        if try file.lockExclusively() { return file }
        throw LockFailure.anotherRuns(locations.log + "/lock")
    }
}
