import Foundation

/// The programs of the project as the build has put them: beside the tests.
package enum BuiltProgram {
    /// Where the program of that name would stand.
    package static func path(_ name: String) throws -> String {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/" + name
    }
}
