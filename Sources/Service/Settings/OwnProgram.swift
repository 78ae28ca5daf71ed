import Foundation

/// The programs that stand beside imrd.
enum OwnProgram {
    /// Where imrd-watch stands, which tells what arrives.
    static var watcher: String { path("imrd-watch") }

    /// Where imrd-pdf stands, which reads PDFs; nil where imrd was built without it.
    static var pdfReader: String? {
        let path = path("imrd-pdf")
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }

    private static func path(_ name: String) -> String {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "imrd"
        return (own as NSString).deletingLastPathComponent + "/" + name
    }
}
