import Determinations
import Subprocess
import SystemPackage

/// Reads a PDF of pictures by OCR: poppler's pdftoppm draws page after page, tesseract reads each.
package struct ScanReader: Hashable, Sendable {
    /// The path of poppler's pdftoppm.
    package let pdftoppm: String
    /// The path of tesseract.
    package let tesseract: String
    /// What one file may cost.
    var limits = Limits()

    /// What reading one scan may cost at most.
    struct Limits: Hashable, Sendable {
        /// How many pages are read; letters have two to ten.
        var pages = 40
        /// For all pages together: shorter than the service manager waits for progress.
        var wallTime = Duration.seconds(90)
        /// Of one page, in seconds of processor time.
        var processorSeconds = 30
        /// Of each program, in bytes.
        var addressSpace = 1 << 30
        /// Of one page, in bytes: one for each dot.
        var picture = 16 << 20
    }

    /// The longer side of a page in dots: 300 for each inch of a letter's page.
    private static let dots = "3300"

    /// The reader of this machine, or nil where one of the programs is not installed; asked once, at the start.
    package static func locate() async -> ScanReader? {
        async let pdftoppm = try? Executable.name("pdftoppm").resolveExecutablePath(in: .inherit).string
        async let tesseract = try? Executable.name("tesseract").resolveExecutablePath(in: .inherit).string
        guard let pdftoppm = await pdftoppm, let tesseract = await tesseract else { return nil }
        return ScanReader(pdftoppm: pdftoppm, tesseract: tesseract)
    }

    /// The text of all pages, each ended by a form feed.
    ///
    /// Fails with `noTextLayer` where no page shows a word, with `scanNotRead` where the programs fail or a limit is reached.
    func text(of file: [UInt8]) async throws(TextFailure) -> ExtractedText {
        let end = ContinuousClock.now + limits.wallTime
        let formFeed = UInt8(ascii: "\u{0C}")
        var text: [UInt8] = []
        var number = 1
        while let picture = try await drawing(of: number, in: file, until: end) {
            if number > limits.pages { throw .scanNotRead(reason: "it has more than \(limits.pages) pages") }
            text += try await words(on: picture, until: end)
            if text.last != formFeed { text.append(formFeed) }
            number += 1
        }
        guard UTF8Text.hasWords(text) else { throw .noTextLayer }
        return ExtractedText(recognized: text, in: file)
    }

    /// A page as a picture in grey; nil behind the last one.
    private func drawing(
        of page: Int, in file: [UInt8], until end: ContinuousClock.Instant
    ) async throws(TextFailure) -> [UInt8]? {
        let arguments = ["-gray", "-scale-to", Self.dots, "-f", String(page), "-l", String(page), "-"]
        let outcome = try await run(pdftoppm, arguments, on: file, until: end, limit: limits.picture)
        // pdftoppm says so when the first page that is asked for comes after the last one.
        if outcome.status == .exited(99), page > 1 { return nil }
        guard outcome.status == .exited(0), !outcome.isCut, !outcome.output.isEmpty else {
            throw .scanNotRead(reason: "page \(page) cannot be drawn (pdftoppm \(Self.ending(outcome.status)))")
        }
        return outcome.output
    }

    /// The words on a page, turned upright where it lies on its side or head.
    private func words(
        on picture: [UInt8], until end: ContinuousClock.Instant
    ) async throws(TextFailure) -> [UInt8] {
        let arguments = ["stdin", "stdout", "-l", "eng", "--psm", "1"]
        let outcome = try await run(
            tesseract, arguments, on: picture, until: end, limit: ExtractionLimits().textBytes)
        guard outcome.status == .exited(0), !outcome.isCut, UTF8Text.check(outcome.output).isValid else {
            throw .scanNotRead(reason: "tesseract \(Self.ending(outcome.status))")
        }
        return outcome.output
    }

    private func run(
        _ tool: String, _ arguments: [String], on bytes: [UInt8], until end: ContinuousClock.Instant, limit: Int
    ) async throws(TextFailure) -> ConfinedOutcome {
        var confined = ExtractionLimits()
        confined.wallTime = max(.zero, end - .now)
        confined.processorSeconds = limits.processorSeconds
        confined.addressSpace = limits.addressSpace
        confined.textBytes = limit
        do {
            return try await ConfinedProcess(tool: tool, arguments: arguments, limits: confined).run(on: bytes)
        } catch {
            switch error {
            case .timedOut:
                throw .scanNotRead(reason: "it took longer than \(limits.wallTime.components.seconds) seconds")
            case .toolMissing: throw .scanNotRead(reason: "\(tool) is gone")
            default: throw error
            }
        }
    }

    private static func ending(_ status: TerminationStatus) -> String {
        switch status {
        case .exited(let code): "ended with code \(code)"
        case .signaled(let signal): "was ended by signal \(signal)"
        }
    }
}
