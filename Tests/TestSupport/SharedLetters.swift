package import Foundation

/// The real letters that lie beside the project on some machines; tests use them only where they are.
package enum SharedLetters {
    /// The folder of the real PDFs, or nil; `IMRD_SHARED` names its parent, else it is `shared` beside the project.
    package static let folder: URL? = {
        let beside = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
        let parent = ProcessInfo.processInfo.environment["IMRD_SHARED"].map { URL(filePath: $0) } ?? beside
        let folder = parent.appending(path: "letters")
        return FileManager.default.fileExists(atPath: folder.path()) ? folder : nil
    }()

    /// The real PDFs in order of their names; empty where there are none.
    package static let pdfs: [URL] = {
        guard let folder else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return names.filter { $0.pathExtension == "pdf" }.sorted { $0.path() < $1.path() }
    }()

    /// The bytes of a file.
    package static func bytes(of file: URL) throws -> [UInt8] { Array(try Data(contentsOf: file)) }
}
