package import Determinations
import Foundation
import LetterText
import Records

/// `imrd check`: reads and checks files without filing them.
package struct CheckCommand: Sendable {
    /// What the files came to; the raw value is the exit code.
    package enum Outcome: Int32, Sendable {
        /// No finding at or above the threshold.
        case clean = 0
        /// A finding at or above the threshold.
        case findings = 1
        /// A file that cannot be read, or is no letter.
        case noLetter = 2
    }

    private let assessor: LetterAssessor
    private let threshold: Severity
    private let showsJSON: Bool
    private let today: CalendarDate

    /// A check.
    /// - Parameters:
    ///   - settings: The configuration.
    ///   - failOn: The least severity that makes the exit code 1.
    ///   - json: Whether one JSON object a file is printed.
    package init(settings: Settings, failOn threshold: Severity, json: Bool) async {
        assessor = LetterAssessor(extractor: await settings.extractor(), rules: settings.ruleSet)
        self.threshold = threshold
        showsJSON = json
        today =
            ReceiptCalendar(timeZone: settings.timeZone)?.day(of: Int64(FilingEngine.now)) ?? .init(daysSinceEpoch: 0)
    }

    /// Checks files, as many at a time as there are processors, and prints them in their order.
    /// - Parameters:
    ///   - paths: The files; `-` is standard input.
    ///   - print: Takes one piece of output.
    ///   - complain: Takes one line for standard error.
    /// - Returns: The worst outcome.
    package func run(
        _ paths: [String], print: (String) -> Void, complain: (String) -> Void
    ) async -> Outcome {
        let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
        var worst = Outcome.clean
        await withTaskGroup(of: (Int, Checked).self) { group in
            var waiting: [Int: Checked] = [:]
            var next = 0
            var started = 0
            func start() {
                guard started < paths.count else { return }
                let (index, path) = (started, paths[started])
                group.addTask { (index, await check(path)) }
                started += 1
            }
            for _ in 0..<(2 * width) { start() }
            for await (index, checked) in group {
                waiting[index] = checked
                start()
                while let ready = waiting.removeValue(forKey: next) {
                    next += 1
                    if let text = ready.output { print(text) }
                    if let complaint = ready.complaint { complain(complaint) }
                    if ready.outcome.rawValue > worst.rawValue { worst = ready.outcome }
                }
            }
        }
        return worst
    }

    private struct Checked: Sendable {
        let output: String?
        let complaint: String?
        let outcome: Outcome
    }

    private func check(_ path: String) async -> Checked {
        let name = FileName(path).description
        let bytes: [UInt8]
        do {
            bytes = try path == "-" ? Array(FileHandle.standardInput.readToEnd() ?? Data()) : Array(read(path))
        } catch {
            let reason = (error as? CommandFailure)?.description ?? (error as NSError).localizedDescription
            return Checked(output: nil, complaint: "\(name): \(reason)", outcome: .noLetter)
        }
        do throws(TextFailure) {
            switch try await assessor.assess(bytes, today: today) {
            case .letter(let letter):
                let worst = letter.findings.map(\.severity).max()
                let fails = letter.findings.contains { $0.severity >= threshold }
                let output =
                    showsJSON
                    ? json(name, LetterRecord.members(of: letter, bytes: bytes.count, findings: letter.findings))
                    : LetterReport.text(name, letter, worst: worst)
                return Checked(output: output, complaint: nil, outcome: fails ? .findings : .clean)
            case .held(let file):
                let output =
                    showsJSON
                    ? json(name, LetterRecord.members(of: file, bytes: bytes.count)) : LetterReport.text(name, file)
                return Checked(output: output, complaint: nil, outcome: .noLetter)
            }
        } catch {
            return Checked(output: nil, complaint: "\(name): \(error)", outcome: .noLetter)
        }
    }

    /// A regular file's bytes; a FIFO or a device would never end.
    private func read(_ path: String) throws -> Data {
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        guard let kind = try? FileManager.default.attributesOfItem(atPath: real.path)[.type] as? FileAttributeType
        else {
            throw CommandFailure(.noInput, "there is no such file; check the name")
        }
        guard kind == .typeRegular else { throw CommandFailure(.noInput, "is no regular file; name the letters in it") }
        guard let data = try? Data(contentsOf: real) else {
            throw CommandFailure(.noPermission, "cannot be read; check its permissions")
        }
        return data
    }

    private func json(_ name: String, _ members: [JSON.Member]) -> String {
        JSON.object([JSON.Member("file", .string(name))] + members).line
    }
}
