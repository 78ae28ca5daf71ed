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
    /// An extractor with this machine's pdftotext and much time.
    package static func patient(scans: ScanReader? = nil) async -> TextExtractor {
        TextExtractor(pdftotext: await locate(), scans: scans, limits: .patient)
    }
}
