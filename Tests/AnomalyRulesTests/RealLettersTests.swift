import AnomalyRules
import Determinations
import Foundation
import LetterReading
import Records
import TestSupport
import Testing

/// What the real letters show, where they are present; nothing of their text stands here.
@Suite("Rules on real letters")
struct RealLettersTests {
    static let forms = ProcessInfo.processInfo.environment["IMRD_FORMS"]

    /// Errors, warnings and notices of each seed, by the number its name starts with: code and item.
    static let seeds: [String: [String]] = [
        "000": ["S02", "D09 1"],
        "001": ["S02"],
        "002": ["S02", "T01", "D02 2", "D02 3", "D10 2", "D13 3", "P01"],
        "003": ["S02", "C04", "R02"],
        "004": ["S02", "D03 1", "D03 2", "D07 1", "D08 2"],
    ]
    /// Codes that no unharmed letter may show.
    static let silent: Set<String> = [
        "S01", "S03", "S05", "S06", "S07", "S09", "S10", "T01", "T03", "T05", "D01", "D11", "C01", "C03", "P02", "P03",
    ]
    /// Words by which the truth files tell the defects that a rule of warning severity is about.
    static let causes = ["C02": "date of injury", "R02": "decipher", "T02": "period is missing"]
    /// How many letters may show a warning that the truth files do not name: see `warningsAreTrue`.
    static let furtherRecords = 2

    @Test("each seed shows exactly what the catalogue says", arguments: RealLetters.seeds)
    func seeds(seed: RealLetters.Letter) throws {
        let found = try allFindings(Array(try Data(contentsOf: seed.file))).filter { $0.severity > .info }
        let shown = found.map { $0.code + ($0.item.map { " \($0)" } ?? "") }
        #expect(shown == Self.seeds[String("\(seed)".prefix(3))])
    }

    /// The text that pdftotext gives of a PDF; nil where it is not installed.
    private static func extracted(_ file: URL) -> [UInt8]? {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["pdftotext", "-layout", file.path, "-"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil, let data = try? output.fileHandleForReading.readToEnd() else { return nil }
        process.waitUntilExit()
        return process.terminationStatus == 0 ? Array(data) : nil
    }

    /// Where IMRD_FORMS is set its layout form is this text already.
    @Test("the same holds for the text that pdftotext gives now", .enabled(if: forms == nil))
    func extractedLettersAreQuiet() throws {
        var warnings = 0
        for letter in RealLetters.letters {
            guard let bytes = Self.extracted(letter.file) else { continue }
            let findings = try allFindings(bytes)
            #expect(!findings.contains { $0.severity >= .error || Self.silent.contains($0.code) }, "\(letter)")
            warnings += findings.count { $0.severity == .warning }
        }
        #expect(warnings <= Self.causes.count + 1 + Self.furtherRecords)
    }

    private func findings(_ form: String) throws -> [(letter: RealLetters.Letter, findings: [Finding])] {
        try RealLetters.letters.map { letter in
            let file = URL(fileURLWithPath: "\(Self.forms ?? "")/\(letter).\(form).txt")
            return (letter, try allFindings(Array(try Data(contentsOf: file))))
        }
    }

    static let extractions = ["layout", "order", "raw", "pdfminer", "pypdf", "pymupdf"]

    @Test(
        "unharmed letters show no error and no code that must be silent", .enabled(if: forms != nil),
        arguments: extractions)
    func errorsAreNone(form: String) throws {
        for (letter, findings) in try findings(form) {
            for finding in findings where finding.severity >= .error || Self.silent.contains(finding.code) {
                Issue.record("\(letter) \(form) \(finding.code)")
            }
        }
    }

    /// Two further letters say in so many words that a record is illegible or hard to decipher; their truth files leave it out.
    @Test("warnings are about defects that the letters really have", .enabled(if: forms != nil), arguments: extractions)
    func warningsAreTrue(form: String) throws {
        var unexplained: [String] = []
        for (letter, findings) in try findings(form) {
            let defects = (letter.truth["defects"]?.elements ?? []).compactMap(\.text).joined(separator: "\n")
            for finding in findings where finding.severity == .warning {
                let isKnown = Self.causes[finding.code].map(defects.contains) ?? false
                if !isKnown { unexplained.append("\(letter) \(finding.code)") }
            }
        }
        #expect(unexplained.allSatisfy { $0.hasSuffix("R02") })
        #expect(unexplained.count <= Self.furtherRecords)
    }

    @Test("C07 fires exactly where the truth says", .enabled(if: forms != nil), arguments: extractions)
    func reviewsAreMentioned(form: String) throws {
        for (letter, findings) in try findings(form) {
            let defects = (letter.truth["defects"]?.elements ?? []).compactMap(\.text)
            let isTrue = defects.contains { $0.contains("does not mention the utilization review") }
            #expect(findings.contains { $0.code == "C07" } == isTrue)
        }
    }

    @Test("every extraction of a letter shows the same findings", .enabled(if: forms != nil))
    func formsAgree() throws {
        func shown(_ form: String) throws -> [[String]] {
            try findings(form).map { $0.findings.map { "\($0.code) \($0.item ?? 0)" } }
        }
        let first = try shown(Self.extractions[0])
        for form in Self.extractions.dropFirst() { #expect(try shown(form) == first) }
    }
}
