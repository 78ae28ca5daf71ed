import Subprocess
import SystemPackage

/// Turns the bytes of a file into the text of a letter; it may be used from many tasks at once.
package struct TextExtractor: Sendable {
    /// The path of poppler's pdftotext; nil when there is none, and then no PDF can be read.
    package let pdftotext: String?
    /// Reads scans; nil where they are not read.
    package let scans: ScanReader?
    /// What one file may cost.
    package var limits: ExtractionLimits

    /// An extractor that runs the pdftotext at a path; `locate()` finds one.
    package init(
        pdftotext: String?, scans: ScanReader? = nil, limits: ExtractionLimits = ExtractionLimits()
    ) {
        self.pdftotext = pdftotext
        self.scans = scans
        self.limits = limits
    }

    /// The path of pdftotext as PATH has it, or nil when it is not installed; asked once, at the start.
    package static func locate() async -> String? {
        try? await Executable.name("pdftotext").resolveExecutablePath(in: .inherit).string
    }

    /// What a pdftotext says of itself, such as `pdftotext version 22.12.0`; nil when it does not run.
    package static func version(of pdftotext: String) async -> String? {
        let result = try? await run(
            .path(FilePath(pdftotext)), arguments: ["-v"], output: .discarded, error: .string(limit: 4096))
        return result.flatMap { $0.standardError.split(separator: "\n").first.map(String.init) }
    }

    /// The text of a file, or why there is none; cancelling the task ends a running pdftotext.
    ///
    /// A PDF goes through pdftotext under `limits`, and through OCR where it has no text; anything else is decoded as `TextDecoder` says. Fails with
    /// `TextFailure`; `mayPassLater` tells whether another attempt makes sense.
    package func text(of bytes: [UInt8]) async throws(TextFailure) -> ExtractedText {
        if bytes.isEmpty { throw .empty }
        if bytes.count > limits.fileBytes { throw .tooLarge(size: bytes.count, limit: limits.fileBytes) }
        if !MediaType.isPDF(bytes) { return try TextDecoder.decode(bytes, limits: limits) }
        guard let pdftotext else { throw .toolMissing(path: nil) }
        let outcome = try await ConfinedProcess(tool: pdftotext, arguments: PDFText.arguments, limits: limits)
            .run(on: bytes)
        do {
            return try PDFText.judge(outcome, of: bytes)
        } catch {
            guard error == .noTextLayer, let scans else { throw error }
            return try await scans.text(of: bytes)
        }
    }
}
