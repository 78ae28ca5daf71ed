import Determinations
import Foundation
import LinuxSystem
import SystemPackage
import Testing

@Suite("Syncing many files together")
struct SyncGroupTests {
    @Test("syncs none, one and more than there are threads", arguments: [0, 1, 2, 16, 17, 200])
    func many(count: Int) throws {
        let folder = try TemporaryFolder()
        let place = try Descriptor.folder(folder.path)
        let files = try (0..<count).map { number in Open(try place.updating(FileName("\(number)"))) }
        var syncs = SyncGroup()
        for file in files {
            try file.descriptor.write([1, 2, 3])
            syncs.add(file.descriptor)
        }
        try syncs.sync()
        withExtendedLifetime(files) {}
    }

    @Test("says which one could not be synced, wherever it stands among the others", arguments: [0, 5, 39])
    func failing(place: Int) throws {
        let folder = try TemporaryFolder()
        let parent = try Descriptor.folder(folder.path)
        // What is in no folder on disk cannot be synced: EINVAL.
        let files = try (0..<40).map { number in
            Open(
                number == place
                    ? try Descriptor.open("/proc/self/mem", O_RDONLY) : try parent.updating(FileName("\(number)")))
        }
        var syncs = SyncGroup()
        for file in files { syncs.add(file.descriptor) }
        let failure = #expect(throws: SystemFailure.self) { try syncs.sync() }
        #expect(failure?.operation == "fsync")
        #expect(failure?.errno == .invalidArgument)
        #expect(failure?.description.contains("/proc/self/mem") == true)
        withExtendedLifetime(files) {}
    }

    /// A descriptor that an array can hold.
    final class Open: Sendable {
        let descriptor: Descriptor
        init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }
    }
}
