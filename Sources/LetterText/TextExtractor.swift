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
    /// What reads PDFs in the place of pdftotext; nil where each has a pdftotext of its own.
    private let workers: PDFWorkers?

    /// An extractor that runs the pdftotext at a path; `locate()` finds one.
    ///
    /// - Parameter worker: Where imrd-pdf stands, which reads PDFs in the place of Debian's pdftotext; nil where there is none.
    package init(
        pdftotext: String?, worker: String? = nil, scans: ScanReader? = nil,
        limits: ExtractionLimits = ExtractionLimits()
    ) {
        self.pdftotext = pdftotext
        workers = pdftotext == PDFWorkers.originalTool ? worker.map(PDFWorkers.init) : nil
        self.scans = scans
        self.limits = limits
    }

    /// Whether imrd-pdf reads PDFs in the place of pdftotext.
    package var hasWorkers: Bool { workers != nil }

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
    /// A PDF goes through pdftotext, or imrd-pdf in its place, under `limits`, and through OCR where it has no text; anything else
    /// is decoded as `TextDecoder` says. Fails with `TextFailure`; `mayPassLater` tells whether another attempt makes sense.
    package func text(of bytes: [UInt8]) async throws(TextFailure) -> ExtractedText {
        if bytes.isEmpty { throw .empty }
        if bytes.count > limits.fileBytes { throw .tooLarge(size: bytes.count, limit: limits.fileBytes) }
        if !MediaType.isPDF(bytes) { return try TextDecoder.decode(bytes, limits: limits) }
        guard let pdftotext else { throw .toolMissing(path: nil) }
        do {
            return try PDFText.judge(try await read(bytes, with: pdftotext), of: bytes)
        } catch {
            guard error == .noTextLayer, let scans else { throw error }
            return try await scans.text(of: bytes)
        }
    }

    private func read(_ bytes: [UInt8], with pdftotext: String) async throws(TextFailure) -> ConfinedOutcome {
        if let outcome = try await workers?.read(bytes, limits) { return outcome }
        return try await ConfinedProcess(tool: pdftotext, arguments: PDFText.arguments, limits: limits).run(on: bytes)
    }
}
