import Determinations
import Foundation
import Inbox
import LetterText
import Logging

/// The stage that reads: text, reading and checking of one arrival, with what happens when that does not work.
struct Reading: Sendable {
    let marks: CrashMarks
    let assessor: Current<LetterAssessor>
    let calendar: ReceiptCalendar
    let logger: Logger

    /// Reads an arrival. What fails for a reason outside the file is tried again: once where the file may be to blame, else
    /// (no pdftotext, no descriptors) until it works or the task is cancelled.
    /// - Parameters:
    ///   - claim: The arrival.
    ///   - reader: The place of its mark, which says that it is being read; no two are read at the same place at a time.
    ///   - times: How often reading it was begun, this time included.
    /// - Throws: `CancellationError`.
    func assess(_ claim: Claim, reader: Int, times: Int = 1) async throws -> AssessedArrival {
        marks.set(claim.identifier, reader: reader, times: times)
        defer { marks.clear(reader: reader) }
        var delay = Duration.milliseconds(200)
        var attempts = 0
        while true {
            do throws(TextFailure) {
                let today = calendar.day(of: claim.received)
                switch try await assessor.value.assess(claim.bytes, today: today) {
                case .letter(let letter):
                    return .letter(LetterToFile(claim, letter, findings: letter.findings, day: today))
                case .held(let file): return .noLetter(claim, file)
                }
            } catch {
                attempts += 1
                logger.warning(
                    "reading failed", metadata: ["arrival": "\(claim.identifier)", "reason": "\(error)"])
                switch error {
                case .timedOut, .crashed: if attempts == 2 { return .unreadable(claim, reason: "\(error)") }
                case .cancelled: throw CancellationError()
                default: delay = min(delay * 2, .seconds(30))
                }
            }
            try await Task.sleep(for: delay)
        }
    }
}
