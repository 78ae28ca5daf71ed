import Foundation

/// Where the build has put the real watcher: beside the test bundle.
enum ImrdWatchBinary {
    static var path: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/imrd-watch"
        }
    }
}
