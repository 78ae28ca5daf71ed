import Foundation
package import LetterText

extension ExtractionLimits {
    /// The limits of the service but for wall time: tests that block the threads of all others let a quick tool look slow.
    package static var patient: ExtractionLimits {
        var limits = ExtractionLimits()
        limits.wallTime = .seconds(600)
        return limits
    }
}

extension TextExtractor {
    /// An extractor with this machine's pdftotext, what reads in its place, and much time.
    package static func patient(scans: ScanReader? = nil, limits: ExtractionLimits = .patient) async -> TextExtractor {
        TextExtractor(pdftotext: await locate(), worker: pdfReader, scans: scans, limits: limits)
    }

    /// Where imrd-pdf stands; nil where the project was built without.
    package static var pdfReader: String? {
        let path = try? BuiltProgram.path("imrd-pdf")
        return path.flatMap { FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil }
    }
}
