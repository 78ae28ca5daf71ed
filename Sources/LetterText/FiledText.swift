import Determinations
import LinuxSystem
import SystemPackage

/// The text of a letter that was filed, from the archive.
package enum FiledText {
    /// The text as it was read when the letter was filed: the file beside the original, or the original where that is text.
    /// - Parameters:
    ///   - path: The original below the archive, `2026/11/21/data/….pdf`.
    ///   - archive: The folder of the dated bags.
    /// - Throws: `SystemFailure` for a file that cannot be read, `TextFailure` for one that is no text.
    package static func bytes(of path: String, in archive: String) throws -> [UInt8] {
        let original = FilePath(archive + "/" + path)
        guard let name = original.lastComponent else { throw TextFailure.empty }
        let folder = try Descriptor.folder(original.removingLastComponent().string)
        if let text = try folder.contents(of: FileName(name.stem + ".txt")), name.extension == "pdf" { return text }
        guard let bytes = try folder.contents(of: FileName(name.string)) else {
            throw SystemFailure("read", original.string, .noSuchFileOrDirectory)
        }
        return try TextDecoder.decode(bytes, limits: ExtractionLimits()).bytes
    }

    /// The text that OCR read from a scan when it was filed, as it was extracted then.
    /// - Parameters:
    ///   - path: The scan below the archive.
    ///   - file: Its bytes.
    ///   - archive: The folder of the dated bags.
    /// - Throws: As `bytes(of:in:)`.
    package static func recognized(
        of path: String, with file: [UInt8], in archive: String
    ) throws -> ExtractedText {
        ExtractedText(recognized: try bytes(of: path, in: archive), in: file)
    }
}
