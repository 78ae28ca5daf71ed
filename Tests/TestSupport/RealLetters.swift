package import Foundation
package import Records

/// The real letters with their truth, read by path where they are present; the project carries none of their text.
package enum RealLetters {
    /// The folder that holds `letters/` and `seeds/`: `IMRD_SHARED`, else `../shared` beside the project; nil when absent.
    package static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["IMRD_SHARED"].map { URL(fileURLWithPath: $0) }
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
        let found = named ?? beside
        return FileManager.default.fileExists(atPath: found.appendingPathComponent("letters").path) ? found : nil
    }()

    /// One letter: its file, and what it says.
    package struct Letter: Sendable, CustomStringConvertible {
        /// The file: a PDF, or a text for a seed.
        package let file: URL
        /// The truth.
        package let truth: JSON
        /// The file's bytes.
        package var bytes: [UInt8] { get throws { Array(try Data(contentsOf: file)) } }
        /// The file's name without its ending.
        package var description: String { file.deletingPathExtension().lastPathComponent }
    }

    /// The posted letters as PDF.
    package static let letters: [Letter] = load("letters", "pdf") { "letters/truth/\($0).json" }
    /// The five texts that the project was started from.
    package static let seeds: [Letter] = load("seeds", "txt") { "seeds/\($0).truth.json" }

    private static func load(_ name: String, _ ending: String, _ truth: (String) -> String) -> [Letter] {
        guard let folder else { return [] }
        let files =
            (try? FileManager.default.contentsOfDirectory(
                at: folder.appendingPathComponent(name), includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }.compactMap { file in
            let path = folder.appendingPathComponent(truth(file.deletingPathExtension().lastPathComponent))
            guard let data = try? Data(contentsOf: path), let truth = try? JSON(reading: data) else { return nil }
            return Letter(file: file, truth: truth)
        }
    }
}
