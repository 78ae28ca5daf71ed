import Determinations
import Foundation
import LetterGenerator
import Records
import Register

/// Fills a register with letters as the daemon would: entries and records in batches, then their words.
struct RegisterFilling {
    private static let batch = 512
    /// So many letters come on a day, as in all of California.
    private static let lettersPerDay = 560
    private static let codes = ["S04", "D05", "C07", "G02", "X04", "D07", "T02", "D01", "C02", "F02"]

    private let folder: String
    private let register: Register

    init(folder: String) throws {
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        register = try Register(path: folder + "/register.sqlite") { _ in CalendarDate(daysSinceEpoch: 0) }
    }

    /// Files letters up to a number; those that are there stay.
    func fill(upTo count: Int) throws {
        let start = try register.lastSequence() + 1
        if start >= count { return }
        let clock = ContinuousClock.now
        for first in stride(from: start, to: count, by: Self.batch) {
            let letters = (first..<min(first + Self.batch, count)).map {
                Letter(number: $0, perDay: Self.lettersPerDay)
            }
            try register.apply(letters.map { ($0.entry, $0.record) })
            try register.index(letters.map { ($0.number, $0.text) })
            for letter in letters where letter.number >= count - 2000 {
                let url = URL(fileURLWithPath: folder + "/archive/" + letter.path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(letter.text.utf8).write(to: url)
            }
        }
        print("filled with \(count - start) letters in \(clock.duration(to: .now))")
    }

    /// An invented letter as the log and the bag have it.
    private struct Letter {
        let number: Int
        let day: CalendarDate
        let text: String
        let truth: LetterTruth

        init(number: Int, perDay: Int) {
            self.number = number
            let letter = LetterMaker.letter(seed: 7, number: number)
            text = String(decoding: letter.text(.layout).text, as: UTF8.self)
            truth = letter.truth
            day = CalendarDate(daysSinceEpoch: 16_436 + number / perDay)
        }

        var arrival: String {
            ArrivalIdentifier(milliseconds: 1_420_000_000_000 + UInt64(number), high: 0, low: UInt64(number))
                .description
        }
        var path: String { String(day.description.map { $0 == "-" ? "/" : $0 }) + "/data/letter-\(number).txt" }
        // One case in a hundred has a second letter.
        var caseNumber: String { CaseNumber(year: 16, serial: number - (number % 100 == 1 ? 1 : 0))?.description ?? "" }

        var entry: JSON {
            .object([
                "seq": .integer(number), "time": .string("2026-11-21T10:00:00.000Z"), "event": .string("filed"),
                "actor": .string("imrd"), "arrival": .string(arrival), "name": .string("letter-\(number).txt"),
                "bytes": .integer(text.utf8.count),
                "sha256": .string("sha256-of-letter-\(number)-padded-to-its-length-of-64-digits-x"),
                "received": .string("2026-11-21T09:00:00.000Z"), "case": .string(caseNumber),
                "decisions": .object([
                    "upheld": .integer(truth.items.count { $0.decision == .upheld }),
                    "overturned": .integer(truth.items.count { $0.decision == .overturned }),
                ]), "path": .string(path),
            ])
        }

        var record: JSON {
            .object([
                "textSha256": .string("text-sha256-of-letter-\(number)-padded-to-its-length-of-64-digits"),
                "layout": .string(truth.layout.rawValue), "mediaType": .string("text/plain"),
                "determination": .object([
                    "caseNumber": .string(caseNumber), "priority": .string("Standard"),
                    "reviewer": .object([
                        "licensure": .strings(truth.licensure), "certifications": .strings(truth.certifications),
                    ]),
                    "items": .array(
                        truth.items.enumerated().map { index, item in
                            .object([
                                "number": .integer(index + 1), "treatment": .string(item.treatment),
                                "requestInDispute": .string(item.requestInDispute),
                                "decision": .string(item.decision.rawValue),
                                "category": .string(
                                    RequestCategory.allCases[number % RequestCategory.allCases.count].rawValue),
                                "retrospective": .bool(number % 30 == 0),
                            ])
                        }),
                ]),
                "findings": .array(findings.map(\.json)),
            ])
        }

        /// Four findings a letter, the severe ones rare.
        private var findings: [Finding] {
            (0..<4).map { place in
                let code = (number * 7 + place * 3) % 40
                let severity: Severity =
                    code == 7 ? .error : code == 6 || code == 5 ? .warning : code == 4 ? .notice : .info
                let known = RegisterFilling.codes[code % RegisterFilling.codes.count]
                return Finding(
                    code: known, name: "name", severity: severity, message: "A sentence about what is the matter here.",
                    expected: "what a sound letter has", found: "what this letter has", item: 1,
                    evidence: [Evidence(range: ByteRange(200, 260), line: 12, quote: "A stretch of the letter's text")])
            }
        }
    }
}
