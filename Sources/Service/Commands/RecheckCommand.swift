import AnomalyRules
import AuditLog
import Determinations
import Foundation
import LetterText
import Records
import Register

/// `imrd recheck`: today's rules over the letters of the archive, against the findings they were filed with.
package struct RecheckCommand: Sendable {
    private let settings: Settings
    private let assessor: LetterAssessor
    private let register: Register?
    private let calendar: ReceiptCalendar
    private let showsJSON: Bool

    /// A check of the archive of these settings.
    package init(settings: Settings, json: Bool) async throws {
        guard let calendar = ReceiptCalendar(timeZone: settings.timeZone) else {
            throw SettingsFailure(
                file: nil, key: "archive.timeZone", problem: "is no time zone", remedy: "write another")
        }
        self.settings = settings
        self.calendar = calendar
        assessor = LetterAssessor(extractor: await settings.extractor(), rules: settings.ruleSet)
        register = try? Register(reading: settings.locations.register)
        showsJSON = json
    }

    /// Checks every letter of the archive, the oldest day first, as many at a time as there are processors.
    /// - Parameters:
    ///   - print: Takes what differs, a letter at a time.
    ///   - complain: Takes one line for a letter that cannot be read.
    /// - Returns: Whether anything differs.
    package func run(print: (String) -> Void, complain: (String) -> Void) async throws -> Bool {
        var count = 0
        var different = 0
        for bag in try RecordsReader.bags(in: settings.locations.archive) {
            for records in try RecordsReader.records(of: bag, in: settings.locations.archive).chunks(of: 64) {
                let results = await recheck(records)
                count += results.count
                for result in results {
                    switch result {
                    case .same: break
                    case .different(let text):
                        different += 1
                        print(text)
                    case .unreadable(let line): complain(line)
                    }
                }
            }
        }
        if !showsJSON { print("\(count) letter\(count == 1 ? "" : "s"), \(different) would be judged otherwise") }
        _ = try ControlClient(settings: settings).ask(
            NoteRequest.name,
            [
                .init("event", .string(AuditEvent.rechecked.rawValue)),
                .init("fields", .object(["letters": .integer(count), "different": .integer(different)])),
            ])
        return different > 0
    }

    private enum Result: Sendable {
        case same
        case different(String)
        case unreadable(String)
    }

    private func recheck(_ records: [JSON]) async -> [Result] {
        await withTaskGroup(of: (Int, Result).self) { group in
            let width = ProcessInfo.processInfo.activeProcessorCount
            for worker in 0..<width {
                for index in stride(from: worker, to: records.count, by: width) {
                    group.addTask { (index, await recheck(records[index])) }
                }
            }
            var results = [Result](repeating: .same, count: records.count)
            for await (index, result) in group { results[index] = result }
            return results
        }
    }

    private func recheck(_ record: JSON) async -> Result {
        guard let path = record["path"]?.text, let arrival = record["arrival"]?.text.flatMap({ ArrivalIdentifier($0) })
        else { return .unreadable("a record without path or arrival; run \"imrd verify\"") }
        guard let data = FileManager.default.contents(atPath: settings.locations.archive + "/" + path) else {
            return .unreadable("\(path) cannot be read; run \"imrd verify\"")
        }
        do {
            let today = calendar.day(of: Int64(arrival.milliseconds))
            guard case .letter(let letter) = try await assess(record, Array(data), path, today) else {
                return .unreadable("\(path) would be held now: no letter is recognised in it")
            }
            let history = try history(of: letter, arrival)
            let now = letter.findings + letter.historyFindings(against: history, today: today, settings.ruleSet)
            return compare(record, path, now.map(\.json))
        } catch {
            return .unreadable("\(path): \(error)")
        }
    }

    /// What OCR read is not read again: it takes seconds a page, and may be gone or read otherwise by now.
    private func assess(
        _ record: JSON, _ bytes: [UInt8], _ path: String, _ today: CalendarDate
    ) async throws -> Assessment {
        guard record["reading"]?["ocr"] == .bool(true) else { return try await assessor.assess(bytes, today: today) }
        let text = try FiledText.recognized(of: path, with: bytes, in: settings.locations.archive)
        return assessor.assess(text, of: bytes, today: today)
    }

    /// What was known when the letter came: the letters that arrived before it.
    private func history(of letter: AssessedLetter, _ arrival: ArrivalIdentifier) throws -> LetterHistory {
        guard let register else { return .empty }
        return try LetterHistory(of: letter, in: register) { $0 < arrival }
    }

    private func compare(_ record: JSON, _ path: String, _ now: [JSON]) -> Result {
        func key(_ finding: JSON) -> String {
            [
                finding["code"]?.text ?? "", finding["severity"]?.text ?? "",
                finding["item"]?.integer.map(String.init) ?? "-",
            ].joined(separator: " ")
        }
        var gone = record["findings"]?.elements ?? []
        var new: [JSON] = []
        for finding in now {
            if let index = gone.firstIndex(where: { key($0) == key(finding) }) {
                gone.remove(at: index)
            } else {
                new.append(finding)
            }
        }
        if new.isEmpty, gone.isEmpty { return .same }
        if showsJSON {
            let head = ["arrival", "path"].map { JSON.Member($0, record[$0] ?? .null) }
            return .different(JSON.object(head + [.init("new", .array(new)), .init("gone", .array(gone))]).line)
        }
        func line(_ mark: String, _ finding: JSON) -> String {
            "  \(mark) \(finding["severity"]?.text ?? "") \(finding["code"]?.text ?? ""): \(finding["message"]?.text ?? "")"
        }
        let lines = [path] + new.map { line("+", $0) } + gone.map { line("-", $0) }
        return .different(lines.map { Terminal.safe($0) }.joined(separator: "\n"))
    }
}

extension Array {
    /// The elements in groups of at most so many.
    fileprivate func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
