import Synchronization
import SystemPackage

/// The processes of imrd-pdf that wait for PDFs: as many as were read at the same time.
///
/// imrd-pdf gives the text that pdftotext gives, under the same limits and in a process for each PDF, but binds the thirty libraries
/// of poppler once: half of what a pdftotext takes is its start (Docs/Decisions/0021).
final class PDFWorkers: Sendable {
    /// The pdftotext for which they stand in: Debian's, which is made of the same library. Another one has its reasons.
    static let originalTool = "/usr/bin/pdftotext"

    private let executable: FilePath
    private let waiting = Mutex<[PDFWorker]>([])

    /// Workers that are started when there is something to read.
    init(_ executable: String) { self.executable = FilePath(executable) }

    /// What came of a PDF; nil where no worker runs, and pdftotext has to read it.
    func read(_ bytes: [UInt8], _ limits: ExtractionLimits) async throws(TextFailure) -> ConfinedOutcome? {
        do {
            // One that waits may have come to its end, as it does when nothing is asked for a while; a new one has not.
            while let worker = waiting.withLock({ $0.popLast() }) {
                if let outcome = try await read(bytes, limits, by: worker) { return outcome }
            }
            return try await read(bytes, limits, by: PDFWorker(executable))
        } catch let failure as TextFailure {
            throw failure
        } catch {
            throw .unavailable(reason: String(describing: error))
        }
    }

    /// What came of a PDF; nil where the worker has ended.
    private func read(
        _ bytes: [UInt8], _ limits: ExtractionLimits, by worker: PDFWorker
    ) async throws -> ConfinedOutcome? {
        let files = try ConfinedFiles(bytes)
        let answer = await worker.read(files.numbers, limits)
        if Task.isCancelled { throw TextFailure.cancelled }
        switch answer {
        case .read(let status):
            waiting.withLock { $0.append(worker) }
            return try files.outcome(status, limits)
        case .late:
            worker.end()
            throw TextFailure.timedOut
        case .ended: return nil
        }
    }
}
