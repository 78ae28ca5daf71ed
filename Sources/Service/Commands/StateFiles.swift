import Determinations
import Foundation
import LinuxSystem
import SystemPackage

/// What the commands that only look need to know of the state on disk.
enum StateFiles {
    /// Whether something of the state is there; a state that may not be looked at is an error, and no empty one.
    static func has(_ path: String) throws -> Bool {
        do throws(SystemFailure) {
            let folder = try Descriptor.folder((path as NSString).deletingLastPathComponent)
            return try folder.has(FileName((path as NSString).lastPathComponent))
        } catch {
            guard error.errno == .noSuchFileOrDirectory else { throw error }
            throw CommandFailure(.noInput, "\(error); name the folder of the daemon with --root, or start it once")
        }
    }
}
